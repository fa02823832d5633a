#include "model/invariants.hpp"

namespace earshot {
namespace {

struct Invariant {
  const char* words;
  bool (*holds)(const State&);
};

bool empty(const Track& track) { return track == Track{}; }

// clang-format off
constexpr Invariant invariants[] = {
    {"a call that has begun is live or interrupted", [](const State& s) {
      return s.call.begun == (s.phase == Phase::live || s.phase == Phase::interrupted); }},
    {"live means a microphone that is held", [](const State& s) { return s.phase != Phase::live || s.microphone.held(); }},
    {"interrupted means none is", [](const State& s) { return s.phase != Phase::interrupted || !s.microphone.held(); }},
    {"what is not held has left nothing behind", [](const State& s) {
      return (s.microphone.held() || empty(s.microphone.track)) && (s.camera.held() || empty(s.camera.track)); }},
    {"whatever is under way, somebody has wanted it", [](const State& s) {
      return s.visit.begun || s.phase == Phase::starting || s.phase == Phase::idle; }},
    {"only a call can be muted", [](const State& s) { return !s.call.muted || s.call.begun; }},
    {"only a guarded call has what was lent", [](const State& s) { return !s.call.lent.any() || (s.call.begun && s.settings.guard); }},
    {"only a call waits for its sound to be played", [](const State& s) { return !s.call.output_blocked || s.call.begun; }},
    {"only a call knows where the page has been", [](const State& s) { return s.call.away == Away::none || s.call.begun; }},
    {"no wish to talk is kept in a call", [](const State& s) { return !s.pressed_lately || !s.call.begun; }},
    {"without a request in flight nothing is known of it", [](const State& s) { return s.in_flight() || s.asking == Asking{}; }},
    {"what is slow is expected to ask nobody, and not given up yet", [](const State& s) {
      return !s.asking.slow || (!s.asking.prompting && !s.asking.ignored.any()); }},
    {"what Firefox holds back has not been ignored", [](const State& s) { return !s.asking.unfocused || !s.asking.ignored.any(); }},
    {"only what is not held is opened in a moment", [](const State& s) { return !s.put_off.only(s.held()).any(); }},
    {"a gate is known by what was heard, and its zeros count for nothing", [](const State& s) {
      const Track& track = s.microphone.track;
      return !track.gated || (track.heard && !track.doubted && track.silent_ms == 0); }},
    {"a withdrawal is one of a permission that is gone", [](const State& s) {
      const auto gone = [](const Device& d) {
        return !d.track.withdrawn_lately || d.seen.permission == Permission::prompt || d.seen.permission == Permission::denied;
      };
      return gone(s.microphone) && gone(s.camera); }},
    {"of a track only its loss tells where it was and what ended it", [](const State& s) {
      const auto bare = [](const Lost& lost) { return lost.how != Loss::none || lost == Lost{}; };
      return bare(s.microphone.seen.lost) && bare(s.camera.seen.lost); }},
    {"what was ignored was asked", [](const State& s) { return !s.asking.ignored.without(s.asking.kinds).any(); }},
    {"nothing is asked beside the browser's own dialog", [](const State& s) { return !s.in_flight() || s.aside == Aside::none; }},
    {"it is the host's turn in guard mode only, before its call or after it ended the microphone", [](const State& s) {
      return !s.host_turn || (s.settings.guard && !s.microphone.held()); }},
    {"tries are counted for an explanation", [](const State& s) {
      return (s.microphone.seen.tries.told != Cause::none || s.microphone.seen.tries.failed == 0) &&
             (s.camera.seen.tries.told != Cause::none || s.camera.seen.tries.failed == 0); }},
    {"a pace is that of a poll", [](const State& s) { return s.polling.kinds.any() || s.polling.pace == 0; }},
    {"a visitor is guided to notifications that the site wants", [](const State& s) {
      return !s.notifications.guided || s.settings.notifications; }},
};
// clang-format on

}  // namespace

const char* broken_invariant(const State& state) {
  for (const Invariant& invariant : invariants)
    if (!invariant.holds(state)) return invariant.words;
  return nullptr;
}

}  // namespace earshot
