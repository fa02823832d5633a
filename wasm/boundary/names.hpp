// A list of names in one text, "auto, light, dark", as `names_of` gives it. The names point into the text.
#pragma once
#include <string>
#include <string_view>

namespace earshot {

class Names {
 public:
  constexpr Names(std::string_view list) : list_(list) {}
  constexpr Names(const char* list) : list_(list) {}
  Names(const std::string& list) : list_(list) {}

  class At {
   public:
    constexpr explicit At(std::string_view rest) : rest_(rest) { step(); }
    constexpr std::string_view operator*() const { return name_; }
    constexpr At& operator++() { return step(), *this; }
    constexpr bool operator!=(std::nullptr_t) const { return !name_.empty(); }

   private:
    constexpr void step() {
      const std::size_t first = rest_.find_first_not_of(", \n");
      rest_ = first == std::string_view::npos ? std::string_view{} : rest_.substr(first);
      name_ = rest_.substr(0, rest_.find_first_of(", \n"));
      rest_.remove_prefix(name_.size());
    }

    std::string_view rest_;
    std::string_view name_{};
  };

  constexpr At begin() const { return At{list_}; }
  constexpr std::nullptr_t end() const { return nullptr; }

  constexpr bool has(std::string_view wanted) const {
    for (const std::string_view name : *this)
      if (name == wanted) return true;
    return false;
  }

 private:
  std::string_view list_;
};

}  // namespace earshot
