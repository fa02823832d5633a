#include "core/decide/remedy.hpp"

namespace earshot {

Remedy remedy_of(Cause cause, Capability kind, const Environment& e) {
  if (kind == Capability::notifications) {
    if (cause == Cause::none) return Remedy::none;
    return cause == Cause::api_missing     ? Remedy::notify_missing
           : cause == Cause::insecure_page ? Remedy::secure_address
                                           : Remedy::notify;
  }
  switch (cause) {  // no default: a new cause must be given its way out
    case Cause::none: return Remedy::none;

    case Cause::insecure_page: return Remedy::secure_address;
    case Cause::api_missing: return e.of_today() && !e.in_app ? Remedy::another_browser : Remedy::update;
    case Cause::off_by_site: return Remedy::none;
    case Cause::frame_not_delegated:
    case Cause::opaque_origin: return Remedy::own_tab;
    case Cause::audio_session_clash:  // the page's own doing
    case Cause::policy_header: return Remedy::write;

    case Cause::request_held:
    case Cause::page_inactive: return Remedy::front_tab;
    case Cause::prompt_ignored: return Remedy::find_prompt;
    case Cause::no_answer: return Remedy::find_other_question;
    case Cause::prompt_cancelled:
    case Cause::dismissed:
    case Cause::gesture_needed:
    case Cause::reset:
    case Cause::grant_expired: return Remedy::ask_again;

    case Cause::denied:
      // WebKit asks again after a press, so that is the shorter way; elsewhere the browser remembers.
      return e.engine == Engine::webkit && e.os != Os::ios ? Remedy::ask_again : Remedy::site;
    case Cause::blocked_temporarily: return Remedy::site_in_tab;
    case Cause::default_block: return Remedy::every_site;
    case Cause::stripped: return Remedy::stripped;
    case Cause::embargoed:
    case Cause::blocked_for_site:
    case Cause::abuse_block:
    case Cause::revoked: return Remedy::site;

    case Cause::managed_policy: return Remedy::administrator;
    case Cause::app_not_permitted: return Remedy::app;
    case Cause::blocked_by_system: return Remedy::system;
    case Cause::system_switched_off: return Remedy::switched_off;
    case Cause::browser_restart_needed: return Remedy::restart;
    case Cause::reload_needed: return Remedy::reload;

    case Cause::no_device: return Remedy::connect;
    case Cause::chosen_device_gone:
    case Cause::device_removed:  // a phone has one of its own, and that it may be used is known
      return e.form == Form::desktop ? Remedy::connect : Remedy::reconnect;
    case Cause::device_busy:
    case Cause::taken:
    case Cause::second_microphone:
    case Cause::camera_lost: return Remedy::busy;
    case Cause::device_failed:
    case Cause::constraint_unmet:
    case Cause::unknown: return Remedy::failed;

    case Cause::wrong_device:
    case Cause::virtual_device: return Remedy::other_device;
    case Cause::no_output: return Remedy::connect_output;
    case Cause::silent:
    case Cause::hardware_muted:
    case Cause::capture_dead: return kind == Capability::camera ? Remedy::retry : Remedy::silence;

    case Cause::low_level: return Remedy::too_quiet;
    case Cause::muted_by_browser: return Remedy::unmute_in_browser;
    case Cause::camera_frozen:
    case Cause::camera_not_started: return Remedy::no_picture;

    case Cause::interrupted: return Remedy::call_elsewhere;
    case Cause::network_blocked: return Remedy::network;
    case Cause::speaking_while_muted:
    case Cause::default_changed:
    case Cause::backgrounded:
    case Cause::slept:
    case Cause::frozen:
    case Cause::output_blocked: return Remedy::retry;
  }
  return Remedy::retry;
}

bool is_site_block(Cause cause) {
  return cause == Cause::denied || cause == Cause::blocked_for_site || cause == Cause::embargoed ||
         cause == Cause::blocked_temporarily || cause == Cause::default_block || cause == Cause::revoked ||
         cause == Cause::stripped || cause == Cause::abuse_block;
}

bool says_how_to_stay(Cause cause) {
  return is_site_block(cause) || cause == Cause::reset || cause == Cause::grant_expired;
}

bool recoverable(Cause cause) {
  return is_site_block(cause) || cause == Cause::dismissed || cause == Cause::reset ||
         cause == Cause::grant_expired || cause == Cause::managed_policy || cause == Cause::blocked_by_system;
}

std::string_view settings_link(Remedy remedy, MediaKind kind, const Environment& e) {
  // These two hand addresses of the system on, after a question of their own. Of Safari nobody knows; it has
  // access anyway.
  if (e.engine != Engine::chromium && e.engine != Engine::gecko) return "";
  const bool privacy = remedy == Remedy::system || remedy == Remedy::switched_off || remedy == Remedy::busy ||
                       remedy == Remedy::failed;
  const bool camera = kind == cam;
  if (e.os == Os::windows && privacy)
    return camera ? "ms-settings:privacy-webcam" : "ms-settings:privacy-microphone";
  const bool sound = remedy == Remedy::silence || remedy == Remedy::too_quiet || remedy == Remedy::connect ||
                     remedy == Remedy::other_device;
  if (e.os == Os::windows && sound && !camera) return "ms-settings:sound";
  if (e.os != Os::macos || !privacy || remedy == Remedy::busy || remedy == Remedy::failed) return "";
  if (e.os_version > 0 && e.os_version <= 12)
    return camera ? "x-apple.systempreferences:com.apple.preference.security?Privacy_Camera"
                  : "x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone";
  return camera ? "x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?Privacy_Camera"
                : "x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?Privacy_Microphone";
}

std::string_view settings_address(Remedy remedy, MediaKind kind, const Environment& e) {
  const bool can_be_typed =
      e.form == Form::desktop && !e.in_app && !e.standalone && e.address_bar == AddressBar::shown;
  if (remedy != Remedy::every_site || !can_be_typed) return "";
  const bool camera = kind == cam;
  switch (e.browser) {
    case Browser::chrome:
      return camera ? "chrome://settings/content/camera" : "chrome://settings/content/microphone";
    case Browser::brave:
      return camera ? "brave://settings/content/camera" : "brave://settings/content/microphone";
    case Browser::opera:
      return camera ? "opera://settings/content/camera" : "opera://settings/content/microphone";
    case Browser::edge:
      return camera ? "edge://settings/privacy/sitePermissions/allPermissions/camera"
                    : "edge://settings/privacy/sitePermissions/allPermissions/microphone";
    case Browser::vivaldi:
    case Browser::samsung:
    case Browser::firefox:
    case Browser::safari:
    case Browser::other: break;
  }
  return "";
}

WayOut way_out(const Environment& e) {
  if (!e.in_app) return WayOut::none;
  if (e.in_line) return WayOut::line;
  if (e.os == Os::android) return WayOut::intent;
  constexpr int first_with_safari_scheme = 17;
  return e.os == Os::ios && (e.os_version == 0 || e.os_version >= first_with_safari_scheme) ? WayOut::safari
                                                                                            : WayOut::none;
}

}  // namespace earshot
