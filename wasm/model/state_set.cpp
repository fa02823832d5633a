#include "model/state_set.hpp"
#include <algorithm>
#include <array>
#include <cstring>
#include <type_traits>

namespace earshot {
namespace {

static_assert(std::is_trivially_copyable_v<State>, "a state is copied and hashed as bytes");
constexpr std::size_t words = (sizeof(State) + 7) / 8;
using Bytes = std::array<std::uint64_t, words>;

// Ones where a bit of the byte matters: the compiler's padding compares as equal, so changing it changes
// nothing.
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

std::uint64_t StateHash::operator()(const State& state) const {
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

State canonical(State s, bool patience) {
  // Only which number is the newer one decides anything: 1, 2, 3 in the same order.
  std::array<Request, 3> numbers{s.request, s.microphone.track.request, s.camera.track.request};
  std::sort(numbers.begin(), numbers.end());
  const auto last = std::unique(numbers.begin(), numbers.end());
  const auto rename = [&](Request& number) {
    if (number == 0) return;
    const Request smaller =
        static_cast<Request>(std::lower_bound(numbers.begin(), last, number) - numbers.begin());
    number = smaller + (numbers[0] == 0 ? 0 : 1);
  };
  rename(s.request);
  rename(s.microphone.track.request);
  rename(s.camera.track.request);
  // What has been told decides only what is told again, and whether staying allowed is spoken of.
  s.told.title = Title::getting_ready;
  if (!patience) s.polling.pace = 0;
  for (const MediaKind k : media_kinds) {
    s.told.of(k) = Cause::none;
    if (!patience) s.device(k).seen.tries = {};
  }
  return s;
}

}  // namespace earshot
