#include "core/guidance.hpp"

namespace earshot {
namespace {

Step by_kind(Capability kind, Step microphone, Step camera) { return kind == Capability::microphone ? microphone : camera; }

// Which permission interface the visitor is looking at. On iOS every browser is WebKit, but only Safari keeps the
// permission of each site; the others have a switch in the phone's settings.
enum class Interface : std::uint8_t {
  chromium_desktop, chromium_android, firefox_desktop, firefox_android, safari_macos, safari_ios, other_ios, unknown
};

Interface interface_of(const Environment& e) {
  if (e.os == Os::ios) return e.browser == Browser::safari && !e.in_app ? Interface::safari_ios : Interface::other_ios;
  switch (e.engine) {
    // Samsung Internet has no switch per site that we could name with certainty.
    case Engine::chromium:
      if (e.os != Os::android) return Interface::chromium_desktop;
      return e.in_app || e.browser == Browser::samsung ? Interface::unknown : Interface::chromium_android;
    case Engine::gecko: return e.os == Os::android ? Interface::firefox_android : Interface::firefox_desktop;
    case Engine::webkit: return e.os == Os::macos && e.browser == Browser::safari ? Interface::safari_macos : Interface::unknown;
    case Engine::other: break;
  }
  return Interface::unknown;
}

// The page menu replaced "aA" in iOS 18.
constexpr int first_ios_with_page_menu = 18;

std::vector<Step> site_steps(Capability kind, const Environment& e) {
  switch (interface_of(e)) {
    case Interface::chromium_desktop:  // takes effect at once, without a reload
      return {Step::chromium_open_site_controls, by_kind(kind, Step::chromium_turn_on_microphone, Step::chromium_turn_on_camera)};
    case Interface::chromium_android:
      return {Step::android_open_site_controls, by_kind(kind, Step::android_allow_microphone, Step::android_allow_camera)};
    case Interface::firefox_desktop:
      return {by_kind(kind, Step::firefox_open_permissions, Step::firefox_open_permissions_camera), Step::firefox_remove_block,
              Step::press_try_again};
    case Interface::firefox_android:
      return {Step::firefox_android_open_permissions, by_kind(kind, Step::generic_allow_microphone, Step::generic_allow_camera),
              Step::press_try_again};
    case Interface::safari_macos:
      return {Step::safari_open_website_settings, by_kind(kind, Step::safari_allow_microphone, Step::safari_allow_camera),
              Step::press_try_again};
    case Interface::safari_ios: {
      const bool old = e.os_version > 0 && e.os_version < first_ios_with_page_menu;
      return {old ? Step::ios_open_aa_menu : Step::ios_open_page_menu,
              by_kind(kind, Step::ios_allow_microphone, Step::ios_allow_camera), Step::press_try_again};
    }
    case Interface::other_ios:
      return {Step::ios_open_browser_settings, by_kind(kind, Step::ios_browser_allow_microphone, Step::ios_browser_allow_camera),
              Step::press_try_again};
    case Interface::unknown: break;
  }
  return {Step::generic_open_site_settings, by_kind(kind, Step::generic_allow_microphone, Step::generic_allow_camera),
          Step::press_try_again};
}

constexpr int windows_11 = 11;

std::vector<Step> system_steps(Capability kind, const Environment& e) {
  switch (e.os) {
    case Os::macos:
      return {by_kind(kind, Step::macos_open_privacy_microphone, Step::macos_open_privacy_camera), Step::macos_turn_on_browser,
              Step::restart_browser};
    case Os::windows: {  // one switch for all desktop programs: no browser is listed by name
      const Step open = e.os_version >= windows_11 || e.os_version == 0
          ? by_kind(kind, Step::windows11_open_privacy_microphone, Step::windows11_open_privacy_camera)
          : by_kind(kind, Step::windows10_open_privacy_microphone, Step::windows10_open_privacy_camera);
      return {open, Step::windows_turn_on_desktop_apps, Step::press_try_again};
    }
    case Os::chromeos:
      return {Step::chromeos_open_privacy_controls, by_kind(kind, Step::system_allow_microphone, Step::system_allow_camera)};
    case Os::android:
      return {Step::android_open_app_permissions, by_kind(kind, Step::system_allow_microphone, Step::system_allow_camera),
              Step::press_try_again};
    case Os::ios:
      return {Step::ios_open_browser_settings, by_kind(kind, Step::ios_browser_allow_microphone, Step::ios_browser_allow_camera),
              Step::press_try_again};
    case Os::linux: return {Step::linux_check_sound_settings, Step::press_try_again};
    case Os::other: break;
  }
  return {by_kind(kind, Step::system_allow_microphone, Step::system_allow_camera), Step::press_try_again};
}

// Notifications have a switch of their own in the same place; on iOS only pages on the home screen may show them.
std::vector<Step> notification_steps(Cause cause, const Environment& e) {
  if (cause == Cause::api_missing && e.os == Os::ios) return {Step::ios_add_to_home_screen};
  if (cause == Cause::api_missing) return {Step::update_browser};
  if (cause == Cause::insecure_page) return {Step::open_secure_address};
  switch (interface_of(e)) {
    case Interface::chromium_desktop: return {Step::chromium_open_site_controls, Step::chromium_turn_on_notifications};
    case Interface::chromium_android: return {Step::android_open_site_controls, Step::generic_allow_notifications};
    case Interface::firefox_desktop: return {Step::firefox_allow_notifications};
    case Interface::safari_macos: return {Step::safari_allow_notifications};
    case Interface::firefox_android:
    case Interface::safari_ios:
    case Interface::other_ios:
    case Interface::unknown: break;
  }
  return {Step::generic_open_site_settings, Step::generic_allow_notifications};
}

}  // namespace

std::vector<Step> steps_to_find_the_prompt(const Environment& e) {
  if (e.form != Form::desktop) return {Step::look_for_prompt_phone};
  switch (e.engine) {
    case Engine::chromium: return {Step::look_for_prompt_chromium};
    case Engine::gecko: return {Step::click_page_first, Step::look_for_prompt_firefox};
    case Engine::webkit: return {Step::look_for_prompt_safari};
    case Engine::other: break;
  }
  return {Step::click_page_first};
}

std::vector<Step> steps_for(Cause cause, Capability kind, const Environment& e) {
  if (kind == Capability::notifications) return notification_steps(cause, e);
  switch (cause) {  // no default: a new cause must be given its way out
    case Cause::none: return {};

    case Cause::insecure_page: return {Step::open_secure_address};
    case Cause::api_missing:
      if (e.in_app) return {Step::open_page_in_tab};
      return {Step::update_browser};
    case Cause::frame_not_delegated:
    case Cause::opaque_origin: return {Step::open_page_in_tab};
    case Cause::policy_header: return {};  // nothing a visitor can do: the text chat is the way

    case Cause::request_held:
    case Cause::page_inactive: return {Step::bring_tab_to_front};
    case Cause::prompt_ignored:
    case Cause::dismissed:
    case Cause::gesture_needed:
    case Cause::reset:
    case Cause::grant_expired: return {Step::press_try_again, Step::choose_allow_in_prompt};

    case Cause::denied:
      // WebKit asks again after a press, so that is the shorter way; elsewhere the browser remembers.
      if (e.engine == Engine::webkit && e.os != Os::ios) return {Step::press_try_again, Step::choose_allow_in_prompt};
      return site_steps(kind, e);
    case Cause::blocked_temporarily:
    case Cause::embargoed:
    case Cause::default_block:
    case Cause::blocked_for_site:
    case Cause::abuse_block:
    case Cause::stripped:
    case Cause::revoked: return site_steps(kind, e);

    case Cause::managed_policy: return {Step::ask_administrator};
    case Cause::app_not_permitted:
      if (e.in_app) return {Step::open_in_browser};
      return system_steps(kind, e);
    case Cause::blocked_by_system:
    case Cause::system_switched_off: return system_steps(kind, e);
    case Cause::browser_restart_needed: return {Step::restart_browser};
    case Cause::reload_needed: return {Step::reload_by_hand};

    case Cause::no_device:
    case Cause::chosen_device_gone:
    case Cause::device_removed:
      if (kind == Capability::camera) return {};
      return {Step::plug_in_microphone, Step::check_system_input};
    case Cause::device_busy:
    case Cause::taken:
    case Cause::device_failed:
    case Cause::second_microphone:
    case Cause::camera_lost:
      // On Windows the privacy switch looks exactly like a busy device: say both.
      if (e.os == Os::windows) {
        std::vector<Step> steps = system_steps(kind, e);
        steps.insert(steps.begin(), Step::close_other_apps);
        return steps;
      }
      return {Step::close_other_apps, Step::press_try_again};

    case Cause::wrong_device:
    case Cause::virtual_device: return {Step::choose_other_microphone, Step::check_mute_switch};
    case Cause::silent:
    case Cause::hardware_muted:
    case Cause::low_level:
    case Cause::capture_dead:
    case Cause::muted_by_browser: return {Step::check_mute_switch, Step::check_system_input, Step::close_other_apps};

    case Cause::constraint_unmet:
    case Cause::audio_session_clash:
    case Cause::speaking_while_muted:
    case Cause::network_blocked:
    case Cause::default_changed:
    case Cause::interrupted:
    case Cause::backgrounded:
    case Cause::slept:
    case Cause::frozen:
    case Cause::camera_frozen:
    case Cause::output_blocked:
    case Cause::unknown: break;
  }
  return {Step::press_try_again};
}

Picture picture_for(Cause cause, const Environment& e) {
  const bool in_site_settings = cause == Cause::denied || cause == Cause::blocked_for_site || cause == Cause::embargoed ||
                                cause == Cause::blocked_temporarily || cause == Cause::default_block || cause == Cause::revoked ||
                                cause == Cause::stripped || cause == Cause::abuse_block;
  if (!in_site_settings) return Picture::none;
  switch (interface_of(e)) {
    case Interface::chromium_desktop: return Picture::chromium_left_chip;
    case Interface::chromium_android: return Picture::android_address_bar;
    case Interface::firefox_desktop: return Picture::firefox_left_icons;
    case Interface::safari_macos: return cause == Cause::denied ? Picture::none : Picture::safari_menu_bar;
    case Interface::safari_ios: return Picture::ios_page_menu;
    case Interface::firefox_android:
    case Interface::other_ios:
    case Interface::unknown: break;
  }
  return Picture::none;
}

Pointer prompt_edge(const Environment& e) {
  if (e.os == Os::ios || e.os == Os::android) return e.engine == Engine::gecko ? Pointer::top : Pointer::center;
  switch (e.engine) {
    case Engine::chromium: return e.browser == Browser::vivaldi ? Pointer::top_right : Pointer::top_left;
    case Engine::gecko: return Pointer::top_left;
    case Engine::webkit: return e.browser == Browser::safari ? Pointer::top : Pointer::none;
    case Engine::other: break;
  }
  return Pointer::none;
}

}  // namespace earshot
