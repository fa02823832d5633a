// Any bytes: the reader of pages and nlohmann/json whole say the same.
#include <cstdint>
#include <cstdlib>
#include "core/against_library.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace earshot;
  const char* difference = differ_in(std::string(reinterpret_cast<const char*>(data), size));
  if (*difference) std::abort();
  return 0;
}
