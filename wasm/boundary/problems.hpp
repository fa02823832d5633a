// What is wrong with a site's configuration, each thing with its place.
#pragma once
#include <string>
#include "boundary/json.hpp"
#include "boundary/names.hpp"

namespace earshot {

// A member's name as a part of a JSON Pointer (RFC 6901).
std::string pointer_part(std::string_view key);

class Problems {
 public:
  // [{"path","problem","expected","nearest"?}]
  Json list = Json::array();

  void add(const std::string& path, std::string_view problem, std::string_view expected,
           std::optional<std::string_view> nearest = {});

  // `what`: names too many to be listed, in a word; else they are listed.
  void unknown_key(const std::string& path, std::string_view key, Names known, std::string_view what = {});

  // `value` when it is one of `names`; otherwise a problem, and `instead`.
  std::string choice(const std::string& path, const Json& value, Names names, std::string_view instead,
                     std::string_view what = {});
};

// "one of …", all of them.
std::string listed(Names names);

}  // namespace earshot
