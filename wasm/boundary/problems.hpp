// What is wrong with a site's configuration, each thing with its place.
#pragma once
#include <string>
#include "boundary/json_text.hpp"
#include "boundary/names.hpp"
#include "boundary/value.hpp"

namespace earshot {

// A place in the configuration: the member or the entry of what is around it.
struct Place {
  const Place* around = nullptr;
  std::string_view member{};
  std::size_t entry = 0;  // where there is no member
  bool is_entry = false;
};
inline Place member_of(const Place& object, std::string_view name) { return {&object, name}; }
inline Place entry_of(const Place& list, std::size_t number) { return {&list, {}, number, true}; }
// As a JSON Pointer (RFC 6901).
std::string pointer(const Place& place);

class Problems {
 public:
  void add(const Place& place, std::string_view problem, std::string_view expected, std::string_view nearest);
  void add(const Place& place, const char* problem, const char* expected);

  // `what`: names too many to be listed, in a word; else they are listed.
  void unknown_key(const Place& object, std::string_view key, Names known, const char* what = "");

  // Whether `value` is one of `names`; a problem where it is not.
  bool choice(const Place& place, const Value& value, Names names, const char* what = "");

  // [{"path","problem","expected","nearest"?}], and no more can be added.
  std::string take() { return list_.close(']').take(); }

 private:
  JsonText list_ = JsonText{}.open('[');
};

// "one of …", all of them.
std::string listed(Names names);

}  // namespace earshot
