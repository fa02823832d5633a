#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

namespace {

Scene on_a_page(void (*change)(Environment&)) {
  Scene scene;
  Environment e = page_in(Engine::chromium);
  change(e);
  scene.give(EnvironmentSeen{e});
  return scene;
}

}  // namespace

TEST_CASE("an insecure page is never asked on, and says what helps") {
  Scene scene = on_a_page([](Environment& e) {
    e.secure = false;
    e.media_devices = false;
  });
  CHECK(scene.verdict().cause == Cause::insecure_page);
  scene.press(Action::orb);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.shown().title == Title::page_not_secure);
  CHECK(scene.shown().actions.front() == Action::open_chat);
}

TEST_CASE("a browser without the API gets the chat first") {
  Scene scene = on_a_page([](Environment& e) { e.media_devices = false; });
  scene.press(Action::orb);
  CHECK(scene.verdict().cause == Cause::api_missing);
  CHECK(scene.shown().title == Title::not_supported);
  CHECK_FALSE(scene.offers(Action::try_again));
}

TEST_CASE("a frame without delegation offers a tab of its own") {
  Scene scene = on_a_page([](Environment& e) {
    e.top_level = false;
    e.microphone_policy = Policy::forbidden;
  });
  scene.press(Action::orb);
  CHECK(scene.verdict().cause == Cause::frame_not_delegated);
  CHECK(scene.verdict().confidence == Confidence::certain);
  CHECK(scene.shown().actions.front() == Action::open_in_tab);
  CHECK(scene.press(Action::open_in_tab).orders(OpenTab{}));
}

TEST_CASE("where the browser cannot name its policy, a frame is only likely to be the reason") {
  Scene scene;
  Environment e = page_in(Engine::gecko);
  e.top_level = false;
  scene.give(EnvironmentSeen{e}).permission(mic, Permission::denied).press(Action::orb);
  scene.fails("NotAllowedError",
              "The request is not allowed by the user agent or the platform in the current context.", 4);
  CHECK(scene.verdict().cause == Cause::frame_not_delegated);
  CHECK(scene.verdict().confidence == Confidence::likely);
  CHECK(scene.verdict().alternatives == Few<Cause>{Cause::blocked_for_site});
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE("a WebKit frame without delegation is the same before and after the press") {
  Scene scene;
  Environment e = page_in(Engine::webkit);
  e.top_level = false;
  scene.give(EnvironmentSeen{e}).permission(mic, Permission::denied);
  CHECK(scene.verdict().cause == Cause::frame_not_delegated);
  refused_by_visitor(scene.press(Action::orb));
  CHECK(scene.verdict().cause == Cause::frame_not_delegated);
  CHECK(scene.shown().actions.front() == Action::open_in_tab);
}

TEST_CASE("in a frame, a permission that is withdrawn says nothing while the track is live") {
  Scene scene;
  Environment e = page_in(Engine::gecko);
  e.top_level = false;
  scene.give(EnvironmentSeen{e})
      .permission(mic, Permission::granted)
      .press(Action::orb)
      .opens(voice)
      .permission(mic, Permission::denied);
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.verdict().cause == Cause::none);
}

TEST_CASE("a header that forbids the microphone is the site's own doing") {
  Scene scene = on_a_page([](Environment& e) { e.microphone_policy = Policy::forbidden; });
  scene.press(Action::orb);
  CHECK(scene.verdict().cause == Cause::policy_header);
  CHECK(scene.shown().title == Title::site_blocked_itself);
}

TEST_CASE("a sandboxed frame in Chromium is never asked in, and offers a tab of its own") {
  Scene scene = on_a_page([](Environment& e) {
    e.top_level = false;
    e.opaque_origin = true;
  });
  CHECK_FALSE(scene.press(Action::orb).ordered<Open>());
  CHECK(scene.shown().title == Title::frame_blocked);
  CHECK(scene.shown().actions.front() == Action::open_in_tab);
}

TEST_CASE("a sandboxed frame is told apart") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb).fails("SecurityError", "Invalid security origin", 1);
  CHECK(scene.verdict().cause == Cause::opaque_origin);
}

TEST_CASE("a better look at the environment changes words, not the call") {
  Scene scene = in_voice_call(Engine::chromium);
  Environment better = page_in(Engine::chromium, Os::windows);
  better.os_version = 11;
  scene.give(EnvironmentSeen{better});
  CHECK(scene.s.environment == better);
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.effects.empty());
}

TEST_CASE("on arrival the page looks at what the site wants, and at nothing else") {
  for (const bool video : {false, true}) {
    Scene scene;
    scene.s.settings.camera = video;
    scene.give(EnvironmentSeen{page_in(Engine::webkit)});
    CHECK(scene.orders(ReadPermission{Capability::microphone}));
    CHECK(scene.orders(WatchPermission{Capability::microphone, 0}));
    CHECK(scene.orders(ReadPermission{Capability::camera}) == video);
    CHECK(scene.orders(WatchPermission{Capability::camera, 0}) == video);
  }
}
