#include "boundary/json_text.hpp"
#include <algorithm>
#include <iterator>
#include "boundary/small_number.hpp"

namespace earshot {

void append_number(std::string& out, std::int64_t number) {
  char digits[20];
  char* first = std::end(digits);
  const bool negative = number < 0;
  auto left = static_cast<std::uint64_t>(number);
  if (negative) left = 0 - left;
  do *--first = static_cast<char>('0' + left % 10);
  while (left /= 10);
  if (negative) *--first = '-';
  out.append(first, std::end(digits));
}

void JsonText::comma() {
  if (!out_.empty() && std::string_view{"{[:"}.find(out_.back()) == std::string_view::npos) out_ += ',';
}

JsonText& JsonText::open(char bracket) { return comma(), letter(bracket); }
JsonText& JsonText::key(const char* name) { return key(std::string_view{name}); }
JsonText& JsonText::member(const char* name, const char* value) { return key(name).text(value); }
JsonText& JsonText::member(const char* name, std::int64_t value) { return key(name).number(value); }
JsonText& JsonText::flag(const char* name, bool value) { return key(name).flag(value); }
JsonText& JsonText::word(const char* name, const char* names, std::size_t n) {
  return key(name).word(names, n);
}

JsonText& JsonText::raw(std::string_view json) {
  comma();
  out_ += json;
  return *this;
}

JsonText& JsonText::number(std::int64_t value) {
  comma();
  append_number(out_, value);
  return *this;
}

JsonText& JsonText::text(std::string_view value) {
  constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt";
  comma();
  out_ += '"';
  for (const char c : value) {
    const std::size_t at = named.find(c);
    if (at != std::string_view::npos) {
      out_ += '\\';
      out_ += names[at];
    } else if (static_cast<unsigned char>(c) < ' ') {
      char digits[4];
      print_hex4(static_cast<unsigned char>(c), digits);
      out_ += "\\u";
      out_.append(digits, sizeof digits);
    } else out_ += c;
  }
  return letter('"');
}

JsonText& JsonText::dashed(const char* names, std::size_t n) {
  if (n == 0) return text("");
  const std::size_t from = out_.size();
  word(names, n);
  std::replace(out_.begin() + static_cast<std::ptrdiff_t>(from), out_.end(), '_', '-');
  return *this;
}

}  // namespace earshot
