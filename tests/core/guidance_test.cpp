#include "core/show/guidance.hpp"
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

Step first_step(Cause cause, const Environment& e) {
  return guidance_for(cause, Capability::microphone, e).steps[0];
}

}  // namespace

TEST_CASE("a site's block is undone where this browser keeps it") {
  const auto step = [](Engine engine, Browser browser, Os os, int version = 0) {
    const Form form = os == Os::android || os == Os::ios ? Form::mobile : Form::desktop;
    return first_step(Cause::blocked_for_site, visitor(engine, browser, os, version, form));
  };
  CHECK(step(Engine::chromium, Browser::chrome, Os::windows) == Step::chromium_open_site_controls);
  CHECK(step(Engine::chromium, Browser::edge, Os::windows) == Step::edge_open_permissions);
  CHECK(step(Engine::chromium, Browser::vivaldi, Os::linux) == Step::vivaldi_open_site_settings);
  CHECK(step(Engine::chromium, Browser::chrome, Os::android) == Step::android_open_site_controls);
  CHECK(step(Engine::chromium, Browser::samsung, Os::android) == Step::samsung_open_app_permissions);
  CHECK(step(Engine::gecko, Browser::firefox, Os::linux) == Step::firefox_open_permissions);
  CHECK(step(Engine::gecko, Browser::firefox, Os::android) == Step::firefox_android_open_permissions);
  CHECK(step(Engine::webkit, Browser::safari, Os::macos) == Step::safari_open_website_settings);
  CHECK(step(Engine::webkit, Browser::safari, Os::ios, 26) == Step::ios_open_page_menu);
  CHECK(step(Engine::webkit, Browser::safari, Os::ios, 17) == Step::ios_open_aa_menu);
  CHECK(step(Engine::webkit, Browser::safari, Os::ios) == Step::ios_open_page_menu);
  CHECK(step(Engine::webkit, Browser::chrome, Os::ios, 18) == Step::ios_open_privacy_microphone);
  CHECK(step(Engine::webkit, Browser::chrome, Os::ios, 17) == Step::ios_open_browser_settings);
  CHECK(step(Engine::webkit, Browser::other, Os::linux) == Step::generic_open_site_settings);
}

TEST_CASE("a system's block is undone in the words of that system") {
  const auto step = [](Os os, int version = 0) {
    return first_step(Cause::blocked_by_system, visitor(Engine::chromium, Browser::chrome, os, version));
  };
  CHECK(step(Os::macos) == Step::macos_open_privacy_microphone);
  CHECK(step(Os::windows, 11) == Step::windows11_open_privacy_microphone);
  CHECK(step(Os::windows, 10) == Step::windows10_open_privacy_microphone);
  CHECK(step(Os::chromeos) == Step::chromeos_open_privacy_controls);
  CHECK(step(Os::android) == Step::android_open_app_permissions);
}

TEST_CASE("Safari asks again after a press, so trying again comes first there") {
  CHECK(first_step(Cause::denied, visitor(Engine::webkit, Browser::safari, Os::macos)) ==
        Step::press_try_again);
}

TEST_CASE("the pointer shows the edge where this browser asks") {
  CHECK(prompt_edge(visitor(Engine::chromium, Browser::chrome, Os::windows)) == Pointer::top_left);
  CHECK(prompt_edge(visitor(Engine::chromium, Browser::vivaldi, Os::windows)) == Pointer::top_right);
  CHECK(prompt_edge(visitor(Engine::gecko, Browser::firefox, Os::linux)) == Pointer::top_left);
  CHECK(prompt_edge(visitor(Engine::webkit, Browser::safari, Os::macos)) == Pointer::top);
  CHECK(prompt_edge(visitor(Engine::webkit, Browser::safari, Os::ios)) == Pointer::center);
}

TEST_CASE("one to four steps, each once, for every cause, kind, browser, system and form") {
  const auto each = [](auto word, auto&& body) {
    using Word = decltype(word);
    for (std::size_t n = 0; n < count_of<Word>(); ++n) body(static_cast<Word>(n));
  };
  int tried = 0;
  each(Cause{}, [&](Cause cause) {
    each(Engine{}, [&](Engine engine) {
      each(Browser{}, [&](Browser browser) {
        each(Os{}, [&](Os os) {
          each(Form{}, [&](Form form) {
            if (cause == Cause::none || cause == Cause::off_by_site) return;  // the site's own button
            for (const int variant : {0, 1, 2, 3})
              for (const int version : {0, 10, 17, 26})
                for (const Capability kind :
                     {Capability::microphone, Capability::camera, Capability::notifications}) {
                  Environment e = visitor(engine, browser, os, version, form);
                  e.in_app = variant == 1;
                  e.standalone = variant == 2;
                  e.in_line = e.in_app && version == 0;
                  const Steps steps = guidance_for(cause, kind, e).steps;
                  bool good = steps.size() >= 1 && steps.size() <= 4;
                  for (std::size_t n = 1; n < steps.size(); ++n) good = good && steps[n] != steps[n - 1];
                  if (!good) FAIL(name_of(cause));
                  ++tried;
                }
          });
        });
      });
    });
  });
  CHECK(tried > 500'000);
}
