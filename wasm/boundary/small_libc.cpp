// Only for pages: libc's own strtod computes in 128 bits, and its printf knows every format. Nothing here
// needs either, and together they are a fifth of the module (docs/decisions/0028-light.md). The linker takes
// these instead.
#include <cerrno>
#include <cstdarg>
#include "boundary/small_number.hpp"

namespace {

// Embind names a type without a name by its address, with "%p"; pages ask for nothing else.
int print_address(char* out, unsigned address) {
  earshot::print_hex4(address >> 16U, out);
  earshot::print_hex4(address, out + 4);
  out[8] = '\0';
  return 8;
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

// The second is what clang makes of the first where no floating point is printed.
int sprintf(char* out, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int length = print_address(out, va_arg(values, unsigned));  // pointers have 32 bits in wasm32
  va_end(values);
  return length;
}
int siprintf(char* out, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int length = print_address(out, va_arg(values, unsigned));
  va_end(values);
  return length;
}

}  // extern "C"
