// Reading numbers and printing four hexadecimal digits: all that nlohmann/json and Embind want of libc's
// strtod, strtoull and snprintf.
#pragma once
#include <cstddef>
#include <cstdint>

namespace earshot {

// The decimal number at the start of `text`, which has JSON's form (the parser has looked already). `end`,
// unless null, is set behind it. Exact for what facts hold (up to 15 digits, small exponents); elsewhere
// right to a few units in the last place, and infinite where a double cannot hold it.
inline double parse_real(const char* text, char** end) {
  constexpr int beyond_any_double = 400;
  const char* at = text;
  const bool negative = *at == '-';
  if (negative) ++at;
  double value = 0;
  int exponent = 0;
  for (; *at >= '0' && *at <= '9'; ++at) value = value * 10 + (*at - '0');
  if (*at == '.')
    for (++at; *at >= '0' && *at <= '9'; ++at, --exponent) value = value * 10 + (*at - '0');
  if (*at == 'e' || *at == 'E') {
    ++at;
    const bool down = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    int written = 0;
    for (; *at >= '0' && *at <= '9'; ++at)
      if (written < 100'000) written = written * 10 + (*at - '0');
    exponent += down ? -written : written;
  }
  if (end) *end = const_cast<char*>(at);
  const bool shrink = exponent < 0;
  int left = shrink ? -exponent : exponent;
  if (value != 0 && shrink && left > beyond_any_double) {  // 10^-400 times many digits may still be something
    for (; left > beyond_any_double && value != 0; --left) value /= 10;
  }
  if (left > beyond_any_double) left = beyond_any_double;
  const auto scale = [&](double by) { value = shrink ? value / by : value * by; };
  // 10^22 is the last power of ten that a double holds exactly: one rounding in all
  constexpr int exact_powers = 22;
  if (left <= exact_powers) {
    double power = 1;
    for (; left > 0; --left) power *= 10;
    scale(power);
  } else if (value != 0) {
    for (double power = 10; left > 0; left >>= 1, power *= power)
      if (left & 1) scale(power);
  }
  return negative ? -value : value;
}

struct ReadWhole {
  std::uint64_t magnitude;
  bool negative;
  bool beyond_natural, beyond_whole;  // 64 bits do not hold it, without a sign and with one
};

// The digits at the start of `text`, which has the form of JSON's whole numbers. `end` is set behind them.
inline ReadWhole parse_whole(const char* text, char** end) {
  ReadWhole out{0, *text == '-', false, false};
  if (out.negative) ++text;
  for (; *text >= '0' && *text <= '9'; ++text) {
    const auto digit = static_cast<unsigned>(*text - '0');
    out.beyond_natural |= out.magnitude > (UINT64_MAX - digit) / 10;
    out.magnitude = out.magnitude * 10 + digit;
  }
  const std::uint64_t most = static_cast<std::uint64_t>(INT64_MAX) + (out.negative ? 1 : 0);
  out.beyond_whole = out.beyond_natural || out.magnitude > most;
  *end = const_cast<char*>(text);
  return out;
}

// Four hexadecimal digits of `value`, as in \u001f.
inline void print_hex4(unsigned value, char* out) {
  const char* digits = "0123456789abcdef";
  for (int shift = 12; shift >= 0; shift -= 4) *out++ = digits[(value >> shift) & 15U];
}

}  // namespace earshot
