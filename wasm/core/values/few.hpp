// At most so many of something, without heap: tables are data, not code that builds them.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace earshot {

template <class T, std::size_t most = 4>
class Few {
 public:
  constexpr Few() = default;
  constexpr Few(std::initializer_list<T> items) {
    for (const T& item : items) push_back(item);
  }
  template <std::size_t fewer>
  constexpr Few(const Few<T, fewer>& other) {
    static_assert(fewer <= most);
    for (const T& item : other) push_back(item);
  }

  // One too many in a table does not compile; at run time it is left out.
  constexpr void push_back(const T& item) {
    if (std::is_constant_evaluated()) items_.at(size_) = item;
    if (size_ < most) items_[size_++] = item;
  }
  constexpr void replace_last(const T& item) { items_[size_ - 1] = item; }
  constexpr void insert(std::size_t at, const T& item) {
    push_back(item);
    for (std::size_t n = size_; --n > at;) std::swap(items_[n - 1], items_[n]);
  }
  // Those that are there.
  constexpr void replace(const T& item, const T& by) {
    for (std::size_t n = 0; n < size_; ++n)
      if (items_[n] == item) items_[n] = by;
  }
  constexpr void remove(const T& item) {
    const Few all = std::exchange(*this, {});
    for (const T& one : all)
      if (one != item) push_back(one);
  }
  // The first becomes the last.
  constexpr void rotate() {
    for (std::size_t n = 1; n < size_; ++n) std::swap(items_[n - 1], items_[n]);
  }

  constexpr const T* begin() const { return items_.data(); }
  constexpr const T* end() const { return items_.data() + size_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr bool full() const { return size_ == most; }
  constexpr const T& operator[](std::size_t n) const { return items_[n]; }
  constexpr const T& front() const { return items_[0]; }
  constexpr const T& back() const { return items_[size_ - 1]; }
  constexpr bool has(const T& wanted) const {
    for (const T& item : *this)
      if (item == wanted) return true;
    return false;
  }
  bool operator==(const Few&) const = default;

 private:
  std::array<T, most> items_{};
  std::uint8_t size_ = 0;
};

}  // namespace earshot
