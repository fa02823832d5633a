// The promises, in every state that can be reached. Each engine is walked in full with a microphone; with a camera as well,
// facts are limited to those that make the two meet (walk.hpp). Counters are small by design: three resumptions, three
// dismissals, five seconds of silence.
#include <doctest/doctest.h>
#include <cstdio>
#include "replay/walk.hpp"
#include "scene.hpp"

using namespace earshot;

namespace {

// A failed expectation should name the place, and doctest's own counting is too slow for millions.
#define PROMISE(what, ...) \
  if (!(__VA_ARGS__)) { FAIL(what << ": from " << name_of(before.phase) << " on " << describe(fact) << " to " << name_of(after.phase)); }

bool is_press(const Fact& fact) { return std::holds_alternative<Pressed>(fact); }

// One request may follow another without a new press only when a device failed: then nobody has refused anything.
bool goes_on_after_device_trouble(const Fact& fact, const Open& open) {
  const auto* failed = std::get_if<RequestFailed>(&fact);
  if (!failed || open.kinds != just(mic)) return false;
  const Refusal refusal = refusal_of(*failed);
  return refusal != Refusal::not_allowed && refusal != Refusal::dismissed && refusal != Refusal::by_system;
}

void hold(const State& before, const Fact& fact, const Next& next) {
  const State& after = next.state;
  int opened = 0;
  Kinds closed{};
  for (const Effect& effect : next.effects) {
    if (const auto* close = std::get_if<Close>(&effect)) closed = closed.and_also(close->kinds);
    const auto* open = std::get_if<Open>(&effect);
    if (!open) continue;
    ++opened;
    const bool granted = (!open->kinds.microphone || before.microphone.evidence.permission == Permission::granted ||
                          after.microphone.evidence.permission == Permission::granted) &&
                         (!open->kinds.camera || after.camera.evidence.permission == Permission::granted);
    const bool at_its_word = before.environment.engine != Engine::gecko || after.visible;
    PROMISE("1. nothing prompts without a press", is_press(fact) || goes_on_after_device_trouble(fact, *open) || (granted && at_its_word));
    const bool was_answered = std::holds_alternative<RequestFailed>(fact) || std::holds_alternative<RequestOpened>(fact);
    PROMISE("2. never two requests in flight", !before.in_flight() || was_answered);
    const auto* failed = std::get_if<RequestFailed>(&fact);
    if (failed) {
      const Refusal refusal = refusal_of(*failed);
      PROMISE("8. a refusal is never followed by another prompt", refusal != Refusal::not_allowed && refusal != Refusal::dismissed);
    }
    for (const Capability k : capabilities)
      PROMISE("8. Chromium is not asked a third time after two dismissals", !(open->kinds.has(k) && asking_is_over(after, k)));
    if (open->kinds.microphone && !is_press(fact) && !goes_on_after_device_trouble(fact, *open)) PROMISE("7. nobody who muted is heard again without a press", !after.muted);
  }
  PROMISE("2. one request at a time", opened <= 1);
  if (const auto* read = std::get_if<PermissionRead>(&fact); read && read->state == Permission::granted && !before.in_flight()) {
    const Device& device = before.device(read->kind);
    const bool lost = before.in_call && !device.held() && before.wanted().has(read->kind);
    const bool anew = device.evidence.permission != Permission::granted && device.evidence.devices != Devices::absent;
    const bool its_turn = read->kind == mic ? before.phase == Phase::interrupted && !before.muted : before.phase == Phase::live;
    const bool possible = before.environment.policy(read->kind) != Policy::forbidden && before.environment.secure;
    if (lost && anew && its_turn && possible && before.visible) PROMISE("7. a resumed permission resumes the media", opened == 1);
  }

  // 3. What is no longer held was ended by the browser or is closed by us; what arrives unwanted is closed.
  for (const Capability k : capabilities) {
    const bool gone = before.device(k).held() && !after.device(k).held();
    const bool by_browser = std::holds_alternative<TrackEnded>(fact);
    if (gone) PROMISE("3. a track that is let go of is closed", by_browser || closed.has(k));
    if (const auto* arrived = std::get_if<RequestOpened>(&fact))
      for (const TrackRef& ref : arrived->tracks)
        if (ref.kind == k) {
          const bool taken = !before.device(k).held() && after.device(k).held();
          const bool repeated = arrived->request == before.device(k).request;
          const bool known = before.microphone.request == arrived->request || before.camera.request == arrived->request;
          PROMISE("3. a stream nobody waits for is closed", taken || closed.has(k) || repeated || known);
        }
  }
  const bool in_call = after.phase == Phase::live || after.phase == Phase::interrupted;
  PROMISE("3. no track is held outside a call", in_call || !after.held().any());

  const View shown = view(after);
  PROMISE("5. there is always something to press", !shown.actions.empty());
  PROMISE("5. every word has a name", !name_of(shown.title).empty());
  if (const auto* ended = std::get_if<TrackEnded>(&fact); ended && before.camera.held() && ended->track == before.camera.track_id)
    PROMISE("6. losing the camera never costs the microphone", before.microphone.held() == after.microphone.held());
  PROMISE("9. live means a live track", (shown.orb != Orb::live && shown.orb != Orb::live_audio_only) || after.microphone.held());
}

// 4. From here a visitor reaches the chat with one press, and a call if the browser then grants everything.
void reach(const State& s) {
  const State chatting = reduce(s, Pressed{Action::open_chat}).state;
  REQUIRE(chatting.phase == Phase::chatting);
  const Environment& e = s.environment;
  if (!e.secure || !e.media_devices || e.microphone_policy == Policy::forbidden) return;

  Scene scene{s};
  scene.give(PageChanged{true, true}).give(DevicesRead{1, 1, true});
  if (scene.s.in_flight()) scene.fails("AbortError", "given up");
  scene.permission(mic, Permission::granted);
  const auto answer = [&] {
    if (scene.s.in_flight()) scene.opens(scene.s.awaiting.both() ? voice_and_picture : scene.s.awaiting.microphone ? voice : picture);
  };
  answer();
  for (const Action action : {Action::orb, Action::audio_only, Action::try_again, Action::unmute}) {
    if (scene.s.phase == Phase::live) break;
    scene.press(action);
    answer();
  }
  REQUIRE_MESSAGE(scene.s.phase == Phase::live, "no way to live from " << name_of(s.phase));
}

}  // namespace

TEST_CASE("the walk gives every fact there is") {
  std::vector<bool> given(std::variant_size_v<Fact>);
  for (const Start& start : starts())
    for (const Fact& fact : facts_for(reduce(start.state, Pressed{Action::orb}).state, Breadth::full)) given[fact.index()] = true;
  // These two only add words to a call that is under way; each would multiply the states.
  given[Fact{AudioContextChanged{}}.index()] = true;
  given[Fact{NetworkTested{}}.index()] = true;
  for (std::size_t n = 0; n < given.size(); ++n) CHECK_MESSAGE(given[n], "the fact number " << n << " of fact.hpp");
}

TEST_CASE("the promises hold in every reachable state, with every fact") {
  Walked total;
  for (const Start& start : starts()) {
    CAPTURE(start.name);
#ifdef EARSHOT_SHORT_WALK
    if (start.breadth == Breadth::full && start.state.environment.engine != Engine::webkit) continue;
    if (start.breadth == Breadth::paired && start.state.environment.camera_policy != Policy::forbidden) continue;
#endif
    const Walked walked = walk(start.state, start.breadth, hold);
    for (const State& state : walked.visited) reach(state);
    std::printf("%-40s %8zu states %9zu transitions\n", start.name, walked.states, walked.transitions);
    total.states += walked.states;
    total.transitions += walked.transitions;
  }
  std::printf("%-40s %8zu states %9zu transitions\n", "all", total.states, total.transitions);
  CHECK(total.states > 10'000);
}
