// Any fact at all from a few bytes: sensible ones, and ones that no browser would send. For random walks and
// the fuzzer.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include "core/values/fact.hpp"
#include "core/values/state.hpp"

namespace earshot {

// Bytes to be used up. Past the end there are zeros, so that every beginning means something.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}
  bool empty() const { return at_ == end_; }
  std::uint8_t next() { return empty() ? std::uint8_t{0} : *at_++; }
  // 0 to below `limit`.
  std::size_t below(std::size_t limit) { return next() % limit; }
  bool flag() { return (next() & 1) != 0; }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

// Bytes by chance, the same ones for the same seed.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}
  Bytes roll() {
    for (std::uint8_t& byte : bytes_) byte = static_cast<std::uint8_t>(random_());
    return {bytes_.data(), bytes_.size()};
  }

 private:
  std::mt19937 random_;
  std::array<std::uint8_t, 32> bytes_{};
};

// `state`: that hears it. Numbers of requests and tracks are mostly those that it knows, sometimes old,
// sometimes nobody's.
Fact any_fact(Bytes& bytes, const State& state);

// A page, and what its site wishes.
State any_start(Bytes& bytes);

}  // namespace earshot
