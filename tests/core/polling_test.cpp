// Safari never announces a change of permission: it is looked for while one would matter, politely.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene blocked(Engine engine) { return refused_by_visitor(arrived(engine).press(Action::orb)); }

const WatchPermission off{Capability::microphone, 0};
WatchPermission every(int ms) { return {Capability::microphone, ms}; }

}  // namespace

TEST_CASE("while blocked: every second, then less and less often, and in the end every ten seconds") {
  Scene scene = blocked(Engine::webkit);
  CHECK(scene.orders(every(1000)));
  CHECK(scene.orders(SetTimer{Timer::poll_slower, 10'000}));
  const std::pair<int, int> paces[] = {{2000, 30'000}, {5000, 60'000}};
  for (const auto& [poll_ms, lasts_ms] : paces) {
    scene.give(TimerFired{Timer::poll_slower});
    CHECK(scene.effects == Effects{every(poll_ms), SetTimer{Timer::poll_slower, lasts_ms}});
  }
  CHECK(scene.give(TimerFired{Timer::poll_slower}).effects == Effects{every(10'000)});
  CHECK(scene.give(TimerFired{Timer::poll_slower}).effects.empty());
}

TEST_CASE("when something happens that a change may have come with, at once and often again") {
  const auto slow = [] {
    return blocked(Engine::webkit).give(TimerFired{Timer::poll_slower}).give(TimerFired{Timer::poll_slower});
  };
  SUBCASE("the focus is back") {
    Scene scene = slow().give(PageChanged{true, false});
    CHECK_FALSE(scene.ordered<WatchPermission>());
    scene.give(PageChanged{true, true});
    CHECK(scene.orders(every(1000)));
    CHECK(scene.orders(SetTimer{Timer::poll_slower, 10'000}));
    CHECK(scene.orders(ReadPermission{Capability::microphone}));
  }
  SUBCASE("the page comes out of the browser's cache") {
    Scene scene = slow().give(PageChanged{true, true, false, true});
    CHECK(scene.orders(every(1000)));
    CHECK(scene.orders(ReadPermission{Capability::microphone}));
  }
  SUBCASE("a device comes or goes") {
    Scene scene = slow().give(DevicesRead{2, 0});
    CHECK(scene.effects == Effects{every(1000), SetTimer{Timer::poll_slower, 10'000}});
    CHECK(scene.give(DevicesRead{1, 0}).effects.empty());  // it is as fast as it gets
  }
}

TEST_CASE("never out of sight, and afresh when seen again") {
  Scene scene = blocked(Engine::webkit).give(TimerFired{Timer::poll_slower});
  scene.give(PageChanged{false, false});
  CHECK(scene.orders(off));
  CHECK(scene.orders(CancelTimer{Timer::poll_slower}));
  scene.give(PageChanged{true, true});
  CHECK(scene.orders(every(1000)));
  CHECK(scene.orders(SetTimer{Timer::poll_slower, 10'000}));
}

TEST_CASE("what is found is used at once, and the polling ends") {
  Scene scene =
      blocked(Engine::webkit).permission(mic, Permission::denied).give(TimerFired{Timer::poll_slower});
  scene.give(PermissionRead{Capability::microphone, Permission::granted, true});
  CHECK(scene.ordered<Open>());
  scene.opens(voice);
  CHECK_FALSE(scene.s.polling.kinds.microphone);
}

TEST_CASE("never while all is well, and never where the browser announces changes itself") {
  Scene healthy = in_voice_call(Engine::webkit);
  CHECK_FALSE(healthy.s.polling.kinds.microphone);
  CHECK_FALSE(healthy.give(DevicesRead{2, 0})
                  .give(PageChanged{true, false})
                  .give(PageChanged{true, true})
                  .ordered<WatchPermission>());
  for (const Engine engine : {Engine::chromium, Engine::gecko}) {
    Scene scene = blocked(engine);
    CHECK_FALSE(scene.ordered<WatchPermission>());
    CHECK_FALSE(scene.s.polling.kinds.microphone);
  }
  Environment without = page_in(Engine::webkit);
  without.permissions_api = false;
  CHECK_FALSE(refused(without, Permission::unknown, says::webkit_denied).s.polling.kinds.microphone);
}

TEST_CASE("while a call is interrupted, while a camera is missing, and while the visitor writes instead") {
  CHECK(lost(in_voice_call(Engine::webkit), Permission::denied).s.polling.kinds.microphone);

  Scene video = in_video_call(Engine::webkit).give(TrackEnded{2}).permission(cam, Permission::denied);
  CHECK(video.s.polling.kinds.camera);
  CHECK_FALSE(video.s.polling.kinds.microphone);
  CHECK_FALSE(video.press(Action::audio_only).s.polling.kinds.camera);

  Scene chat = blocked(Engine::webkit).permission(mic, Permission::denied).press(Action::open_chat);
  CHECK(chat.s.polling.kinds.microphone);
  CHECK(chat.give(PermissionRead{Capability::microphone, Permission::granted, true}).shown().title ==
        Title::chatting_voice_ready);
  CHECK_FALSE(chat.s.polling.kinds.microphone);
  CHECK_FALSE(chat.ordered<Open>());  // who writes is not listened to
}

TEST_CASE("not after the end, nor when the visitor has closed the words") {
  for (const Action last : {Action::end, Action::dismiss}) {
    Scene scene = blocked(Engine::webkit).press(last);
    CHECK(scene.orders(off));
    CHECK(scene.orders(CancelTimer{Timer::poll_slower}));
    CHECK_FALSE(scene.give(TimerFired{Timer::poll_slower}).ordered<WatchPermission>());
  }
}
