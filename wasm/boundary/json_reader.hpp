// nlohmann/json's reader without the sentences that it makes of what is wrong: nobody sees them here, and
// every visitor would pay for them. The library lets its namespace be chosen (NLOHMANN_JSON_NAMESPACE); in
// ours, what it makes sentences of keeps nothing. What is read stays the same
// (tests/core/against_library.hpp).
#pragma once
// All that the library includes, so that it does not meet the names below.
#include <algorithm>
#include <array>
#include <clocale>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <forward_list>
#include <functional>
#include <iosfwd>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <valarray>
#include <vector>

namespace nlohmann {
inline namespace without_sentences {
namespace std {
using namespace ::std;

// Takes any text.
struct string : ::std::string_view {
  string() = default;
  string(const char*) {}
  string(const char*, ::std::size_t) {}
  string(::std::size_t, char) {}
  string(::std::string_view) {}
  // clang-format off
  template <class... Text> string& append(const Text&...) { return *this; }
  template <class Text> string& operator+=(const Text&) { return *this; }
  template <class Text> friend string operator+(const Text&, const string&) { return {}; }
  // clang-format on
  void push_back(char) {}
  void pop_back() {}
  void reserve(::std::size_t) {}
  void clear() {}
  void replace(::std::size_t, ::std::size_t, const string&) {}
  string substr(::std::size_t, ::std::size_t) const { return {}; }
  const char* c_str() const { return ""; }
  const char* begin() const { return nullptr; }
  const char* end() const { return nullptr; }
  bool empty() const { return true; }
  ::std::size_t size() const { return 0; }
  char& operator[](::std::size_t) const {
    static char none;
    return none;
  }
};
inline string to_string(unsigned long long) { return {}; }

struct exception {  // NOLINT(cppcoreguidelines-virtual-class-destructor): nobody keeps one
  virtual const char* what() const noexcept { return ""; }
};
struct runtime_error {
  explicit runtime_error(const char*) {}
  const char* what() const noexcept { return ""; }
};

// Whether it is a list or an object, for each that is open: no more than Reader lets be.
struct few_bits : ::std::vector<bool> {
  void push_back(bool bit) { bits = bits << 1U | (bit ? 1U : 0U), ++count; }
  void pop_back() { bits >>= 1U, --count; }
  bool back() const { return (bits & 1U) != 0; }
  bool empty() const { return count == 0; }
  unsigned bits = 0, count = 0;
};
template <class... Of>
struct list_of {
  using type = ::std::vector<Of...>;
};
// clang-format off
template <> struct list_of<bool> { using type = few_bits; };
template <> struct list_of<char> { using type = string; };  // what was read, to be quoted in a sentence
// clang-format on
template <class Of, class... More>
using vector = typename list_of<Of, More...>::type;

// There is no callback.
template <class>
struct function {
  function(nullptr_t) {}
  explicit operator bool() const { return false; }
  template <class... Given>
  bool operator()(const Given&...) const {
    return false;
  }
};

}  // namespace std
}  // namespace without_sentences
}  // namespace nlohmann

#define NLOHMANN_JSON_NAMESPACE nlohmann::without_sentences
#define NLOHMANN_JSON_NAMESPACE_BEGIN \
  namespace nlohmann {                \
  inline namespace without_sentences {
#define NLOHMANN_JSON_NAMESPACE_END \
  }                                 \
  }
#include <nlohmann/json.hpp>

namespace earshot {

// The texts that are read are real ones.
using JsonReader = nlohmann::basic_json<std::map, std::vector, std::string>;

}  // namespace earshot
