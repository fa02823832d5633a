// Only for pages: libc's own strtod computes in 128 bits, and its printf knows every format. Nothing here needs either, and
// together they are a sixth of the module (docs/decisions/0003-bytes.md). The linker takes these instead.
#include <cstdarg>
#include "boundary/small_number.hpp"

extern "C" {

double strtod(const char* text, char** end) { return earshot::parse_real(text, end); }

// libc keeps the three in one file, so all three have to be there for that file to stay out.
float strtof(const char* text, char** end) { return static_cast<float>(earshot::parse_real(text, end)); }
long double strtold(const char* text, char** end) { return earshot::parse_real(text, end); }

// nlohmann/json prints one thing this way: a character as \u001f, or <U+001F> in messages that nobody sees.
int snprintf(char* out, std::size_t size, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  std::size_t length = 0;
  const auto put = [&](char c) {
    if (length + 1 < size) out[length] = c;
    ++length;
  };
  for (; *format; ++format) {
    if (*format != '%') {
      put(*format);
      continue;
    }
    while (*format && *format != 'x' && *format != 'X') ++format;  // width and precision are four, always
    if (!*format) break;
    char digits[4];
    earshot::print_hex4(va_arg(values, unsigned), *format == 'X', digits);
    for (const char digit : digits) put(digit);
  }
  if (size > 0) out[length < size ? length : size - 1] = '\0';
  va_end(values);
  return static_cast<int>(length);
}

}  // extern "C"
