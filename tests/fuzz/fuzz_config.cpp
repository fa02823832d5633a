// Any bytes as a configuration: nothing crashes, the answer is complete, and gives the same answer again. Its
// only problems are then those of sentences, which are kept with their markup and placeholders.
#include <cstdint>
#include <cstdlib>
#include <string>
#include "boundary/config/config.hpp"
#include "tool/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace earshot;
  const ReadConfig read = read_config(std::string(reinterpret_cast<const char*>(data), size));
  const Json answer = *parse_json(read.answer).value;
  const Json& config = answer["config"];
  static const std::size_t options = parse_json(read_config("{}").answer).value->at("config").size();
  if (config.size() != options || !answer["problems"].is_array()) std::abort();
  if (answer.dump() != read.answer) std::abort();
  const ReadConfig again = read_config(config.dump());
  const Json repeated = *parse_json(again.answer).value;
  if (repeated["config"] != config || again.settings != read.settings) std::abort();
  if (again.custom.hide != read.custom.hide || again.custom.order != read.custom.order) std::abort();
  for (const Action action : read.custom.hide)
    if (!can_be_hidden(action)) std::abort();
  for (const Json& problem : repeated["problems"]) {
    const std::string about = problem["problem"];
    if (about != "markup" && !about.starts_with("unknown placeholder {")) std::abort();
  }
  return 0;
}
