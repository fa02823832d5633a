// A list of names in one text, "auto, light, dark", as `names_of` gives it. The names point into the text.
#pragma once
#include <string>
#include <string_view>
#include "core/values/words.hpp"

namespace earshot {

class Names {
 public:
  constexpr Names(const char* list) : list_(list) {}
  Names(const std::string& list) : list_(list.c_str()) {}

  class At {
   public:
    constexpr explicit At(std::string_view name) : name_(name) {}
    constexpr std::string_view operator*() const { return name_; }
    constexpr At& operator++() { return name_ = word_at(name_.data(), 1), *this; }
    constexpr bool operator!=(std::nullptr_t) const { return !name_.empty(); }

   private:
    std::string_view name_;
  };

  constexpr At begin() const { return At{word_at(list_, 0)}; }
  constexpr std::nullptr_t end() const { return nullptr; }

  constexpr bool empty() const { return *list_ == '\0'; }
  constexpr bool has(std::string_view name) const { return place_of_word(list_, name) != no_word; }

 private:
  const char* list_;
};

}  // namespace earshot
