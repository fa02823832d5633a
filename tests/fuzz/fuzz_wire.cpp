// Any bytes as a run of lines: nothing crashes, every answer is JSON, a refused line changes nothing.
#include <cstdint>
#include <cstdlib>
#include <string>
#include "boundary/machine.hpp"
#include "tool/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace earshot;
  Machine machine;
  std::string text(reinterpret_cast<const char*>(data), size);
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const State before = machine.state();
    const std::string said = machine.dispatch(text.substr(from, end - from));
    const Parsed answer = parse_json(said);
    if (!answer.value || !answer.value->is_object() || answer.value->dump() != said) std::abort();
    const bool refused = answer.value->contains("refused");
    if (refused && machine.state() != before) std::abort();
    if (!refused && !answer.value->contains("effects")) std::abort();
    from = end + 1;
  }
  return 0;
}
