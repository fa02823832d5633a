// Any fact at all from a few bytes: sensible ones, and ones that no browser would send. For random walks and
// the fuzzer.
#pragma once
#include <cstddef>
#include <cstdint>
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

// `heard_by`: numbers of requests and tracks are mostly those that it knows, sometimes old, sometimes
// nobody's.
Fact any_fact(Bytes& bytes, const State& heard_by);

// A page, and what its site wishes.
State any_start(Bytes& bytes);

}  // namespace earshot
