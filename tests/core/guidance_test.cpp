#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

namespace {

Environment visitor(Engine engine, Browser browser, Os os, int os_version = 0, Form form = Form::desktop) {
  Environment e;
  e.engine = engine;
  e.browser = browser;
  e.os = os;
  e.os_version = os_version;
  e.form = form;
  return e;
}

Step first_step(Cause cause, const Environment& e) { return steps_for(cause, mic, e).front(); }

}  // namespace

TEST_CASE("a site's block is undone where this browser keeps it") {
  const auto step = [](Engine engine, Browser browser, Os os, int version = 0) {
    return first_step(Cause::blocked_for_site, visitor(engine, browser, os, version));
  };
  CHECK(step(Engine::chromium, Browser::edge, Os::windows) == Step::chromium_open_site_controls);
  CHECK(step(Engine::chromium, Browser::chrome, Os::android) == Step::android_open_site_controls);
  CHECK(step(Engine::chromium, Browser::samsung, Os::android) == Step::generic_open_site_settings);
  CHECK(step(Engine::gecko, Browser::firefox, Os::linux) == Step::firefox_open_permissions);
  CHECK(step(Engine::gecko, Browser::firefox, Os::android) == Step::firefox_android_open_permissions);
  CHECK(step(Engine::webkit, Browser::safari, Os::macos) == Step::safari_open_website_settings);
  CHECK(step(Engine::webkit, Browser::safari, Os::ios, 26) == Step::ios_open_page_menu);
  CHECK(step(Engine::webkit, Browser::safari, Os::ios, 17) == Step::ios_open_aa_menu);
  CHECK(step(Engine::webkit, Browser::chrome, Os::ios, 18) == Step::ios_open_browser_settings);
  CHECK(step(Engine::webkit, Browser::other, Os::linux) == Step::generic_open_site_settings);
}

TEST_CASE("a system's block is undone in the words of that system") {
  const auto step = [](Os os, int version = 0) { return first_step(Cause::blocked_by_system, visitor(Engine::chromium, Browser::chrome, os, version)); };
  CHECK(step(Os::macos) == Step::macos_open_privacy_microphone);
  CHECK(step(Os::windows, 11) == Step::windows11_open_privacy_microphone);
  CHECK(step(Os::windows, 10) == Step::windows10_open_privacy_microphone);
  CHECK(step(Os::chromeos) == Step::chromeos_open_privacy_controls);
  CHECK(step(Os::android) == Step::android_open_app_permissions);
}

TEST_CASE("Safari asks again after a press, so trying again comes first there") {
  CHECK(first_step(Cause::denied, visitor(Engine::webkit, Browser::safari, Os::macos)) == Step::press_try_again);
}

TEST_CASE("the pointer shows the edge where this browser asks") {
  CHECK(prompt_edge(visitor(Engine::chromium, Browser::chrome, Os::windows)) == Pointer::top_left);
  CHECK(prompt_edge(visitor(Engine::chromium, Browser::vivaldi, Os::windows)) == Pointer::top_right);
  CHECK(prompt_edge(visitor(Engine::gecko, Browser::firefox, Os::linux)) == Pointer::top_left);
  CHECK(prompt_edge(visitor(Engine::webkit, Browser::safari, Os::macos)) == Pointer::top);
  CHECK(prompt_edge(visitor(Engine::webkit, Browser::safari, Os::ios)) == Pointer::center);
}

TEST_CASE("at most four steps, for every cause, kind, engine and system") {
  for (std::size_t c = 0; c < count_of<Cause>(); ++c)
    for (std::size_t e = 0; e < count_of<Engine>(); ++e)
      for (std::size_t o = 0; o < count_of<Os>(); ++o)
        for (const Capability kind : capabilities) {
          const auto steps = steps_for(static_cast<Cause>(c), kind, visitor(static_cast<Engine>(e), Browser::other, static_cast<Os>(o), 11));
          CHECK_MESSAGE(steps.size() <= 4, name_of(static_cast<Cause>(c)));
        }
}
