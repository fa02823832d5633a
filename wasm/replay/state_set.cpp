#include "replay/state_set.hpp"
#include <algorithm>
#include <array>
#include <cstring>
#include <type_traits>

namespace earshot {
namespace {

static_assert(std::is_trivially_copyable_v<State>, "a state is copied and hashed as bytes");
constexpr std::size_t words = (sizeof(State) + 7) / 8;
using Bytes = std::array<std::uint64_t, words>;

// Ones where a bit of the byte matters: the compiler's padding compares as equal, so changing it changes nothing.
Bytes find_members() {
  std::array<unsigned char, words * 8> mask{};
  const State plain{};
  for (std::size_t at = 0; at < sizeof(State); ++at) {
    unsigned char bytes[sizeof(State)];
    std::memcpy(bytes, &plain, sizeof plain);
    bytes[at] ^= 1;  // the lowest bit: also a bool stays one
    State other;
    std::memcpy(&other, bytes, sizeof other);
    mask[at] = other == plain ? 0 : 0xff;
  }
  Bytes out;
  std::memcpy(out.data(), mask.data(), sizeof out);
  return out;
}

}  // namespace

std::uint64_t hash_of(const State& state) {
  static const Bytes members = find_members();
  Bytes bytes{};
  std::memcpy(bytes.data(), &state, sizeof state);
  std::uint64_t hash = 0x9e3779b97f4a7c15u;
  for (std::size_t n = 0; n < words; ++n) {
    hash = (hash ^ (bytes[n] & members[n])) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  return hash;
}

std::pair<std::uint32_t, bool> StateSet::insert(const State& state) {
  const auto hash = static_cast<std::uint32_t>(hash_of(state));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t n = slots_[at] - 1;
    if (hashes_[n] == hash && states_[n] == state) return {n, false};
  }
  states_.push_back(state);
  hashes_.push_back(hash);
  slots_[at] = size();
  if (states_.size() * 2 > slots_.size()) grow();
  return {size() - 1, true};
}

void StateSet::grow() {
  std::vector<std::uint32_t> wider(slots_.size() * 2);
  const std::size_t mask = wider.size() - 1;
  for (std::uint32_t n = 0; n < size(); ++n) {
    std::size_t at = hashes_[n] & mask;
    while (wider[at] != 0) at = (at + 1) & mask;
    wider[at] = n + 1;
  }
  slots_ = std::move(wider);
}

State canonical(State s, bool patience) {
  // Only which number is the newer one decides anything: 1, 2, 3 in the same order.
  std::array<Request, 3> numbers{s.request, s.microphone.request, s.camera.request};
  std::sort(numbers.begin(), numbers.end());
  const auto last = std::unique(numbers.begin(), numbers.end());
  const auto rename = [&](Request& number) {
    if (number == 0) return;
    const Request smaller = static_cast<Request>(std::lower_bound(numbers.begin(), last, number) - numbers.begin());
    number = smaller + (numbers[0] == 0 ? 0 : 1);
  };
  rename(s.request);
  rename(s.microphone.request);
  rename(s.camera.request);
  // What has been told decides only what is told again, and whether staying allowed is spoken of.
  s.announced = Title::getting_ready;
  if (!patience) s.poll_pace = 0;
  for (const Capability k : capabilities) {
    s.device(k).told = Cause::none;
    if (patience) continue;
    s.device(k).evidence.tried = Cause::none;
    s.device(k).evidence.doubt = 0;
  }
  return s;
}

}  // namespace earshot
