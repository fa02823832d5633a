// A set that numbers its members from 0 in the order in which they came. Made for millions: the members lie
// in one row, beside their hashes, and a table of open slots holds their numbers.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace earshot {

// `Hash`: a stateless function object; of its result the lower 32 bits are kept.
template <class Member, class Hash>
class IndexedSet {
 public:
  // The member's number, and whether it is new.
  std::pair<std::uint32_t, bool> insert(const Member& member) {
    const auto hash = static_cast<std::uint32_t>(Hash{}(member));
    const std::size_t slot = slot_of(member, hash);
    if (slots_[slot] != 0) return {slots_[slot] - 1, false};
    members_.push_back(member);
    hashes_.push_back(hash);
    slots_[slot] = size();
    if (members_.size() * 5 > slots_.size() * 3) grow();
    return {size() - 1, true};
  }

  const Member& operator[](std::size_t number) const { return members_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(members_.size()); }
  std::size_t bytes() const {
    return members_.capacity() * sizeof(Member) +
           (hashes_.capacity() + slots_.capacity()) * sizeof(std::uint32_t);
  }

 private:
  // Where it is, or where it would be put.
  std::size_t slot_of(const Member& member, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at] != 0; at = (at + 1) & mask) {
      const std::uint32_t number = slots_[at] - 1;
      if (hashes_[number] == hash && members_[number] == member) break;
    }
    return at;
  }

  void grow() {
    std::vector<std::uint32_t> wider(slots_.size() * 2);
    const std::size_t mask = wider.size() - 1;
    for (std::uint32_t number = 0; number < size(); ++number) {
      std::size_t at = hashes_[number] & mask;
      while (wider[at] != 0) at = (at + 1) & mask;
      wider[at] = number + 1;
    }
    slots_ = std::move(wider);
  }

  std::vector<Member> members_{};
  std::vector<std::uint32_t> hashes_{};
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1 << 12);  // a number plus one; 0: free
};

}  // namespace earshot
