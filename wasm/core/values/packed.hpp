// Tables as they ship: row after row, byte after byte. As arrays they are half of zeros, which wasm-opt cuts
// into pieces.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace earshot {

inline void this_does_not_fit_into_a_byte() {}  // no constant: a table that would call it does not compile

constexpr std::uint8_t byte(int value) {
  if (value < 0 || value > 255) this_does_not_fit_into_a_byte();
  return static_cast<std::uint8_t>(value);
}

// Counts, or writes.
class Packer {
 public:
  constexpr explicit Packer(std::uint8_t* out) : out_(out) {}
  template <class Value>
  constexpr void put(Value value) {
    if (out_) out_[size_] = byte(static_cast<int>(value));
    ++size_;
  }
  constexpr std::size_t size() const { return size_; }

 private:
  std::uint8_t* out_;
  std::size_t size_ = 0;
};

// `pack(Packer)` answers with it.
template <class Pack>
consteval auto packed(Pack pack) {
  std::array<std::uint8_t, Pack{}(Packer{nullptr}).size()> bytes{};
  pack(Packer{bytes.data()});
  return bytes;
}

}  // namespace earshot
