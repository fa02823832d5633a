// The screen stays awake for as long as a call lasts and its page can be seen, and no longer.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene& hidden(Scene& scene) { return scene.give(PageChanged{false, false}); }
Scene& shown_again(Scene& scene) { return scene.give(PageChanged{true, true}); }

}  // namespace

TEST_CASE("the screen stays awake from the moment a call is live, and not while the browser asks") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  CHECK_FALSE(scene.ordered<SetWakeLock>());
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<SetWakeLock>());
  CHECK(scene.opens(voice).orders(SetWakeLock{true}));
  CHECK_FALSE(scene.press(Action::mute).ordered<SetWakeLock>());
  CHECK_FALSE(scene.press(Action::unmute).ordered<SetWakeLock>());
}

TEST_CASE("whoever leaves the call lets the screen sleep") {
  for (const Action leaves : {Action::end, Action::open_chat}) {
    Scene scene = in_video_call(Engine::webkit);
    CHECK(scene.orders(SetWakeLock{true}));
    CHECK(scene.press(leaves).orders(SetWakeLock{false}));
    CHECK_FALSE(hidden(scene).ordered<SetWakeLock>());
    CHECK_FALSE(shown_again(scene).ordered<SetWakeLock>());
  }
}

TEST_CASE("a hidden page holds no lock, and takes it again when it is visible") {
  Scene scene = in_voice_call(Engine::gecko);
  CHECK(hidden(scene).orders(SetWakeLock{false}));
  CHECK(shown_again(scene).orders(SetWakeLock{true}));
  hidden(scene);
  CHECK_FALSE(scene.press(Action::end).ordered<SetWakeLock>());  // it is gone already
  CHECK_FALSE(shown_again(scene).ordered<SetWakeLock>());
}

TEST_CASE("the screen does not sleep over the words that bring a lost microphone back") {
  Scene scene = in_voice_call(Engine::chromium);
  CHECK_FALSE(scene.give(TrackEnded{1}).ordered<SetWakeLock>());
  CHECK_FALSE(scene.permission(mic, Permission::denied).ordered<SetWakeLock>());
  CHECK(scene.shown().orb == Orb::interrupted);
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<SetWakeLock>());
  CHECK_FALSE(scene.opens(voice).ordered<SetWakeLock>());
}

TEST_CASE("a guarded call keeps the screen awake from the host's stream to its end") {
  Scene scene = arrived(Engine::chromium);
  scene.s.settings.guard = true;
  scene.press(Action::orb).permission(mic, Permission::granted).opens(voice);
  CHECK_FALSE(scene.ordered<SetWakeLock>());  // the way is clear, and nobody is in a call
  CHECK(scene.give(StreamAttached{{{mic, 11}}}).orders(SetWakeLock{true}));
  CHECK(scene.give(StreamDetached{}).orders(SetWakeLock{false}));
}

TEST_CASE("a stream that a host attaches to a hidden page waits for its screen") {
  Scene scene = arrived(Engine::chromium);
  scene.s.settings.guard = true;
  hidden(scene).give(StreamAttached{{{mic, 11}}});
  CHECK_FALSE(scene.ordered<SetWakeLock>());
  CHECK(shown_again(scene).orders(SetWakeLock{true}));
}

TEST_CASE("a site that keeps its own screen awake is left alone") {
  Scene scene = arrived(Engine::chromium);
  scene.s.settings.wake_lock = false;
  scene.press(Action::orb).permission(mic, Permission::granted).opens(voice);
  CHECK_FALSE(scene.ordered<SetWakeLock>());
  CHECK_FALSE(scene.press(Action::end).ordered<SetWakeLock>());
}
