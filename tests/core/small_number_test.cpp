#include "boundary/small_number.hpp"
#include <doctest/doctest.h>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <vector>

using namespace earshot;

namespace {

// Relative distance to what libc reads; 0 for equal, also both infinite.
double off(const std::string& text) {
  char* end = nullptr;
  const double ours = parse_real(text.c_str(), &end);
  CHECK(*end == '\0');
  const double theirs = std::strtod(text.c_str(), nullptr);
  if (ours == theirs) return 0;
  return std::abs(ours - theirs) / std::abs(theirs);
}

}  // namespace

TEST_CASE("the numbers that facts hold are read exactly") {
  for (const char* text : {"0", "-0", "1", "-41.5", "-31.25", "-0.5", "12345678", "1e3", "2.5e2", "-3.0"}) {
    CAPTURE(text);
    CHECK(off(text) == 0);
  }
}

TEST_CASE("every other number is right to a few units in the last place") {
  std::mt19937_64 random{7};
  char text[64];
  for (int n = 0; n < 200'000; ++n) {
    const double mantissa = std::uniform_real_distribution<double>{-10, 10}(random);
    const int exponent = std::uniform_int_distribution<int>{-290, 290}(random);
    std::snprintf(text, sizeof text, "%.17ge%d", mantissa, exponent);
    if (!std::isfinite(std::strtod(text, nullptr))) continue;
    CHECK_MESSAGE(off(text) < 1e-13, text);
  }
}

TEST_CASE("what no double can hold is infinite, or nothing") {
  CHECK(std::isinf(parse_real("1e999", nullptr)));
  CHECK(std::isinf(parse_real("-1e99999999999", nullptr)));
  CHECK(parse_real("1e-999", nullptr) == 0);
  CHECK(parse_real("0e999999", nullptr) == 0);
  CHECK(parse_real(("0." + std::string(500, '0') + "1e501").c_str(), nullptr) > 0.99);
}

TEST_CASE("whole numbers are read as libc reads them, and those beyond 64 bits are known") {
  std::mt19937_64 random{7};
  std::vector<std::string> texts{"0",
                                 "-0",
                                 "7",
                                 "18446744073709551615",
                                 "18446744073709551616",
                                 "9223372036854775807",
                                 "9223372036854775808",
                                 "-9223372036854775808",
                                 "-9223372036854775809",
                                 "99999999999999999999999",
                                 "184467440737095516150"};
  for (int n = 0; n < 10'000; ++n) {
    const std::string digits = std::to_string(random() >> (random() % 64));
    for (const char* sign : {"", "-"}) texts.push_back(sign + digits + std::to_string(random() % 100));
  }
  for (const std::string& text : texts) {
    CAPTURE(text);
    char* end = nullptr;
    const ReadWhole ours = parse_whole(text.c_str(), &end);
    CHECK(*end == '\0');
    errno = 0;
    const long long whole = std::strtoll(text.c_str(), nullptr, 10);
    CHECK(ours.beyond_whole == (errno == ERANGE));
    if (errno == 0)
      CHECK(static_cast<std::uint64_t>(whole) == (ours.negative ? 0 - ours.magnitude : ours.magnitude));
    if (ours.negative) continue;  // JSON's naturals have no sign
    errno = 0;
    const unsigned long long natural = std::strtoull(text.c_str(), nullptr, 10);
    CHECK(ours.beyond_natural == (errno == ERANGE));
    if (errno == 0) CHECK(natural == ours.magnitude);
  }
}

TEST_CASE("a control character is printed with four digits") {
  char out[4];
  print_hex4(0x1f, out);
  CHECK(std::memcmp(out, "001f", 4) == 0);
  print_hex4(0xABCD, out);
  CHECK(std::memcmp(out, "abcd", 4) == 0);
}
