// Any bytes as a configuration: nothing crashes, the answer is complete, and its own configuration has no problems.
#include <cstdint>
#include <cstdlib>
#include <string>
#include "boundary/config.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace earshot;
  const ReadConfig read = read_config(std::string(reinterpret_cast<const char*>(data), size));
  const Json& config = read.answer["config"];
  static const std::size_t options = read_config("{}").answer["config"].size();
  if (config.size() != options || !read.answer["problems"].is_array()) std::abort();
  const ReadConfig again = read_config(config.dump());
  if (!again.answer["problems"].empty() || again.answer["config"] != config || again.settings != read.settings) std::abort();
  return 0;
}
