#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

namespace {

template <class Order>
int count(const Effects& effects) {
  return static_cast<int>(std::count_if(effects.begin(), effects.end(),
                                        [](const Effect& e) { return std::holds_alternative<Order>(e); }));
}

}  // namespace

TEST_CASE("a loss and its reason come as two facts and are announced once") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.give(TrackEnded{1});
  CHECK(count<Announce>(scene.effects) == 0);
  CHECK(count<TellVerdict>(scene.effects) == 0);
  scene.permission(mic, Permission::denied);
  CHECK(scene.orders(Announce{Title::microphone_revoked, Urgency::assertive}));
  CHECK(count<TellVerdict>(scene.effects) == 1);
  CHECK(count<LogVerdict>(scene.effects) == 1);
  scene.permission(mic, Permission::denied);
  CHECK(scene.effects.empty());
}

TEST_CASE("a loss whose reason is known already has its words at once") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.permission(mic, Permission::denied).give(TrackEnded{1});
  CHECK(scene.orders(Announce{Title::microphone_revoked, Urgency::assertive}));
  CHECK(scene.permission(mic, Permission::denied).effects.empty());
}

TEST_CASE("nothing is announced before anybody has pressed") {
  Scene scene;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)});
  CHECK_FALSE(scene.ordered<Announce>());
  CHECK_FALSE(scene.permission(mic, Permission::denied).ordered<Announce>());
}

TEST_CASE("the console is left alone where the site asks for silence; the host still hears") {
  Scene scene;
  scene.s.settings.log = false;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)}).permission(mic, Permission::denied);
  CHECK_FALSE(scene.ordered<LogVerdict>());
  CHECK(scene.ordered<TellVerdict>());
}

TEST_CASE("a verdict names what it rests on") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied);
  scene.press(Action::orb).fails("NotAllowedError", "Permission denied", 3);
  const Verdict verdict = scene.verdict();
  CHECK(verdict.evidence == Few<Clue, 5>{Clue::permission_denied, Clue::was_denied_before_asking});
}

TEST_CASE("permissions are polled only where no event comes, and only while it matters") {
  Scene healthy = in_voice_call(Engine::webkit);
  CHECK_FALSE(healthy.s.polling.kinds.microphone);

  Scene blocked = arrived(Engine::webkit);
  blocked.press(Action::orb).fails("NotAllowedError", "denied");
  CHECK(blocked.orders(WatchPermission{Capability::microphone, 1000}));
  CHECK(blocked.give(PageChanged{false, false}).orders(WatchPermission{Capability::microphone, 0}));
  CHECK(blocked.give(PageChanged{true, true}).orders(WatchPermission{Capability::microphone, 1000}));

  Scene chromium = arrived(Engine::chromium);
  chromium.press(Action::orb).fails("NotAllowedError", "Permission denied");
  CHECK_FALSE(chromium.ordered<WatchPermission>());
}

TEST_CASE("the host is told of every state, and of each once") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  CHECK(scene.orders(TellState{Orb::asking, Medium::asking, Medium::off, Notice::off}));
  scene.permission(mic, Permission::granted).opens(voice);
  CHECK(scene.orders(TellState{Orb::live, Medium::live, Medium::off, Notice::off}));
  CHECK(scene.press(Action::mute).orders(TellState{Orb::live, Medium::muted, Medium::off, Notice::off}));
  CHECK_FALSE(scene.press(Action::mute).ordered<TellState>());
  CHECK_FALSE(scene.give(DevicesRead{2, 0, true}).ordered<TellState>());
}

TEST_CASE("that nothing is wrong is told when it is known, not while an answer is awaited") {
  Scene scene = arrived(Engine::chromium).press(Action::orb).fails("NotAllowedError", "Permission dismissed");
  scene.press(Action::try_again).permission(mic, Permission::granted);
  CHECK_FALSE(scene.ordered<TellVerdict>());
  CHECK(scene.opens(voice).ordered<TellVerdict>());
}
