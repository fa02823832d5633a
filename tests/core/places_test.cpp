// Where there is no address bar, no words speak of one; and a program around the page has words of its own.
#include "causes.hpp"
#include "core/show/guidance.hpp"

using namespace earshot;

namespace {

// What stands in, or hangs below, an address bar.
constexpr Step of_address_bar[] = {Step::edge_open_permissions,      Step::type_settings_address,
                                   Step::generic_open_site_settings, Step::vivaldi_open_site_settings,
                                   Step::look_for_prompt_chromium,   Step::look_for_prompt_vivaldi,
                                   Step::look_for_prompt_firefox,    Step::firefox_open_permissions,
                                   Step::android_open_site_controls, Step::ios_open_page_menu};

bool leads_there(const Steps& steps, std::size_t until) {
  for (std::size_t n = 0; n < until; ++n)
    if (steps[n] == Step::open_page_in_tab || steps[n] == Step::leave_full_screen) return true;
  return false;
}

}  // namespace

TEST_CASE("a side panel: a tab first, then its icons; and no arrow at what is not there") {
  Environment panel = page_in(Engine::chromium, Os::windows);
  panel.address_bar = AddressBar::none;
  Scene scene = on_page(panel).permission(mic, Permission::prompt).press(Action::orb);
  CHECK(scene.shown().pointer == Pointer::none);
  scene.fails("NotAllowedError", "Permission denied").permission(mic, Permission::denied);
  CHECK(scene.shown().steps.front() == Step::open_page_in_tab);
  CHECK(scene.shown().actions.front() == Action::open_in_tab);
  CHECK(scene.shown().picture == Picture::none);
}

TEST_CASE("full screen is left first, and in a kiosk somebody is asked") {
  Environment kiosk = page_in(Engine::chromium, Os::linux);
  kiosk.address_bar = AddressBar::full_screen;
  Scene scene = on_page(kiosk).permission(mic, Permission::denied).press(Action::orb);
  scene.fails("NotAllowedError", "Permission denied", 5).permission(mic, Permission::denied);
  CHECK(scene.shown().steps.front() == Step::leave_full_screen);
  CHECK(scene.shown().steps.back() == Step::ask_administrator);
}

TEST_CASE("without an address bar no step speaks of one before it leads to where one is") {
  for (const AddressBar bar : {AddressBar::none, AddressBar::full_screen})
    for (const Os os : {Os::windows, Os::macos, Os::linux, Os::chromeos})
      for (std::size_t c = 1; c < count_of<Cause>(); ++c)
        for (const MediaKind kind : media_kinds) {
          Environment e = page_in(Engine::chromium, os);
          e.address_bar = bar;
          const auto cause = static_cast<Cause>(c);
          const Steps steps = guidance_for(cause, capability_of(kind), e).steps;
          for (std::size_t n = 0; n < steps.size(); ++n) {
            const bool speaks_of_it = std::find(std::begin(of_address_bar), std::end(of_address_bar),
                                                steps[n]) != std::end(of_address_bar);
            const bool controls = steps[n] == Step::chromium_open_site_controls;
            CHECK_MESSAGE(!((speaks_of_it || controls) && bar == AddressBar::none && !leads_there(steps, n)),
                          name_of(cause) << ": " << name_of(steps[n]));
          }
        }
}

TEST_CASE("a program around the page: its own settings, the system's, and the link to take along") {
  Environment electron = page_in(Engine::chromium, Os::windows);
  electron.in_app = true;
  electron.browser = Browser::other;
  Scene scene = on_page(electron).permission(mic, Permission::prompt).press(Action::orb);
  scene.fails("NotAllowedError", "Permission denied", 5).permission(mic, Permission::denied);
  CHECK(scene.verdict().cause == Cause::app_not_permitted);
  CHECK(scene.shown().title == Title::app_blocks_microphone);
  CHECK(scene.shown().steps ==
        Steps{Step::check_app_settings, Step::system_allow_microphone, Step::copy_link_instead});
  CHECK(scene.shown().actions.front() == Action::copy_link);
  CHECK_FALSE(scene.offers(Action::leave_app));
}

TEST_CASE("nobody is told to connect a microphone to a phone") {
  for (const Environment& e : {phone(Engine::chromium, Os::android), phone(Engine::gecko, Os::android),
                               phone(Engine::webkit, Os::ios)})
    for (std::size_t c = 1; c < count_of<Cause>(); ++c) {
      const auto cause = static_cast<Cause>(c);
      for (const Step step : guidance_for(cause, Capability::microphone, e).steps) {
        CAPTURE(name_of(cause));
        CAPTURE(name_of(step));
        CHECK(step != Step::plug_in_microphone);
        CHECK(step != Step::check_extensions);
        const bool of_desktops = step == Step::check_system_input || step == Step::check_mute_key ||
                                 step == Step::turn_up_input || step == Step::remote_desktop;
        CHECK_FALSE(of_desktops);
      }
    }
}
