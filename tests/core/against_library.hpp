// nlohmann/json whole as the oracle of what pages read and write with a part of it: for any bytes the same
// verdict, at the same place, and the same value. Tried on many texts here, on any in
// tests/fuzz/fuzz_json.cpp.
#pragma once
#include <string>
#include "boundary/json_text.hpp"
#include "boundary/value.hpp"
#include "tool/json.hpp"

namespace earshot {

// Where the library stops, and how deep it got.
struct WholeLibrary : nlohmann::json_sax<Json> {
  std::size_t stopped_at = 0, depth = 0, deepest = 0;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return deeper(); }
  bool start_array(std::size_t) override { return deeper(); }
  bool key(string_t&) override { return true; }
  bool end_object() override { return --depth, true; }
  bool end_array() override { return --depth, true; }
  bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
    return stopped_at = at, false;
  }
  bool deeper() {
    deepest = std::max(deepest, ++depth);
    return true;
  }
};

inline bool same_value(const Value& ours, const Json& theirs) {
  using Type = Json::value_t;
  if (ours.size() != (theirs.is_structured() ? theirs.size() : 0)) return false;
  switch (theirs.type()) {
    case Type::null: return ours.is(Kind::null);
    case Type::boolean: return ours.is(Kind::boolean) && ours.is_true() == theirs.get<bool>();
    case Type::number_integer: return ours.is(Kind::negative) && ours.whole() == theirs.get<std::int64_t>();
    case Type::number_unsigned:
      return ours.is(Kind::natural) && ours.number() == theirs.get<double>() &&
             (ours.whole() == theirs.get<std::int64_t>() || theirs.get<std::int64_t>() < 0);
    case Type::number_float: return ours.is(Kind::real) && ours.number() == theirs.get<double>();
    case Type::string: return ours.is(Kind::text) && ours.text() == theirs.get_ref<const std::string&>();
    case Type::array: {
      auto their = theirs.begin();
      for (const Value& entry : ours)
        if (!same_value(entry, *their++)) return false;
      return ours.is(Kind::list);
    }
    case Type::object: {
      auto their = theirs.begin();
      for (const Value& member : ours) {
        if (member.name() != their.key() || !same_value(member, *their++)) return false;
        if (&ours[member.name()] != &member) return false;
      }
      return ours.is(Kind::object);
    }
    default: return false;
  }
}

// "" where both say the same of `text`, otherwise what they differ in.
inline const char* differ_in(const std::string& text) {
  const Document ours = read_json(text);
  WholeLibrary library;
  const bool good = Json::sax_parse(text, &library);
  if (ours.wrong().starts_with("nested")) return library.deepest > deepest_json ? "" : "depth";
  if (good != ours.root().is_there()) return "the verdict";
  if (good && library.deepest > deepest_json) return "too deep";
  if (ours.wrong_at() != library.stopped_at) return "the place where it stops";
  if (good && !same_value(ours.root(), Json::parse(text, nullptr, false))) return "the value";
  if (!good) return "";
  // Whatever text is in it, we write as the library does.
  for (const Value& value : ours.root())
    for (const std::string_view said : {value.text(), value.name()})
      if (JsonText{}.text(said).json() != Json(said).dump()) return "the text as written";
  return "";
}

}  // namespace earshot
