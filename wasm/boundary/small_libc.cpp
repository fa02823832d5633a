// Only for pages: libc's own strtod computes in 128 bits, and its printf knows every format. Nothing here
// needs either, and together they are a fifth of the module (docs/decisions/0027-light.md). The linker takes
// these instead.
#include <cerrno>
#include <cstdarg>
#include "boundary/small_number.hpp"

namespace {

// Knows hexadecimal only: nlohmann/json prints a character as \u001f, or <U+001F> in messages that nobody
// sees; Embind names a type without a name by its address, %p.
int print(char* out, std::size_t size, const char* format, std::va_list values) {
  std::size_t length = 0;
  const auto put = [&](char c) {
    if (length + 1 < size) out[length] = c;
    ++length;
  };
  const auto put_hex4 = [&](unsigned value, bool upper) {
    char digits[4];
    earshot::print_hex4(value, upper, digits);
    for (const char digit : digits) put(digit);
  };
  for (; *format; ++format) {
    if (*format != '%') {
      put(*format);
      continue;
    }
    while (*format && *format != 'x' && *format != 'X' && *format != 'p')
      ++format;  // width and precision are four, always
    if (!*format) break;
    const unsigned value = va_arg(values, unsigned);  // pointers have 32 bits in wasm32
    if (*format == 'p') put_hex4(value >> 16U, false);
    put_hex4(value & 0xFFFFU, *format == 'X');
  }
  if (size > 0) out[length < size ? length : size - 1] = '\0';
  return static_cast<int>(length);
}

}  // namespace

extern "C" {

// libc keeps the three in one file, so all three have to be here for that file to stay out.
double strtod(const char* text, char** end) { return earshot::parse_real(text, end); }
float strtof(const char* text, char** end) { return static_cast<float>(earshot::parse_real(text, end)); }
long double strtold(const char* text, char** end) { return earshot::parse_real(text, end); }

// Base ten, always.
unsigned long long strtoull(const char* text, char** end, int) {
  const earshot::ReadWhole read = earshot::parse_whole(text, end);
  if (read.beyond_natural) errno = ERANGE;
  return read.magnitude;
}
long long strtoll(const char* text, char** end, int) {
  const earshot::ReadWhole read = earshot::parse_whole(text, end);
  if (read.beyond_whole) errno = ERANGE;
  return static_cast<long long>(read.negative ? 0 - read.magnitude : read.magnitude);
}
// In the same file of libc's; nobody calls them.
unsigned long strtoul(const char* text, char** end, int) {
  return static_cast<unsigned long>(strtoull(text, end, 0));
}
long strtol(const char* text, char** end, int) { return static_cast<long>(strtoll(text, end, 0)); }

int snprintf(char* out, std::size_t size, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int length = print(out, size, format, values);
  va_end(values);
  return length;
}

// Embind's, into 80 bytes; the second is what clang makes of it where no floating point is printed.
int sprintf(char* out, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int length = print(out, 80, format, values);
  va_end(values);
  return length;
}
int siprintf(char* out, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int length = print(out, 80, format, values);
  va_end(values);
  return length;
}

}  // extern "C"
