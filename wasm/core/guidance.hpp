// The way out of a cause: which steps, in this browser on this system. Ids only; sentences stand in widget/texts/, and which
// steps stand where in catalogue.inc.
#pragma once
#include <string_view>
#include <vector>
#include "core/cause.hpp"
#include "core/environment.hpp"

namespace earshot {

EARSHOT_WORDS(Step,
  chromium_open_site_controls, chromium_turn_on_microphone, chromium_turn_on_camera, android_open_site_controls,
  android_allow_microphone, android_allow_camera, firefox_open_permissions, firefox_open_permissions_camera,
  firefox_remove_block, firefox_android_open_permissions, safari_open_website_settings, safari_allow_microphone,
  safari_allow_camera, ios_open_page_menu, ios_open_aa_menu, ios_allow_microphone, ios_allow_camera,
  ios_open_browser_settings, ios_browser_allow_microphone, ios_browser_allow_camera, generic_open_site_settings,
  generic_allow_microphone, generic_allow_camera, choose_allow_in_prompt, press_try_again,
  macos_open_privacy_microphone, macos_open_privacy_camera, macos_turn_on_browser, restart_browser,
  windows11_open_privacy_microphone, windows11_open_privacy_camera, windows10_open_privacy_microphone,
  windows10_open_privacy_camera, windows_turn_on_desktop_apps, chromeos_open_privacy_controls,
  android_open_app_permissions, linux_check_sound_settings, system_allow_microphone, system_allow_camera,
  plug_in_microphone, check_system_input, check_mute_switch, close_other_apps, open_secure_address, open_page_in_tab,
  update_browser, bring_tab_to_front, look_for_prompt_chromium, look_for_prompt_firefox, look_for_prompt_safari,
  look_for_prompt_phone, click_page_first, ask_administrator, choose_other_microphone, reload_by_hand, open_in_browser,
  chromium_turn_on_notifications, firefox_allow_notifications, safari_allow_notifications, ios_add_to_home_screen,
  generic_allow_notifications,
  edge_open_permissions, vivaldi_open_site_settings, look_for_prompt_vivaldi, type_settings_address,
  chromium_sites_can_ask_microphone, chromium_sites_can_ask_camera, firefox_open_settings_microphone,
  firefox_open_settings_camera, firefox_allow_new_requests, firefox_or_reload, safari_open_website_preferences,
  safari_open_websites_microphone, safari_open_websites_camera, ios_open_apps_safari, ios_open_safari,
  ios_set_microphone_to_ask, ios_set_camera_to_ask, ios_open_privacy_microphone, ios_open_privacy_camera,
  open_site_in_browser, macos_open_old_privacy_microphone, macos_open_old_privacy_camera, chromeos_turn_on_microphone,
  chromeos_turn_on_camera, chromeos_physical_switch, android_tap_microphone_allow, android_tap_camera_allow,
  samsung_open_app_permissions, android_check_quick_settings, check_app_settings, plug_in_camera, check_camera_cover,
  write_meanwhile, check_protection_software, check_extensions, end_other_call, try_other_network, copy_link_instead,
  press_turn_on_camera)

// The drawing of the places to press, and the window edge at which this browser asks.
EARSHOT_WORDS(Picture, none, chromium_left_chip, firefox_left_icons, safari_menu_bar, ios_page_menu, android_address_bar,
              macos_privacy, windows_privacy, ios_settings, android_settings, chromium_prompt, firefox_prompt)
EARSHOT_WORDS(Pointer, none, top_left, top, top_right, center)

// What kind of help a cause needs. Many causes share one.
EARSHOT_WORDS(Way, none, site, site_in_tab, every_site, stripped, ask_again, find_prompt, system, switched_off, app, administrator,
              restart, reload, secure_address, update, own_tab, write, front_tab, connect, busy, other_device, silence,
              call_elsewhere, network, retry, notify, notify_missing)

struct Guidance {
  std::vector<Step> steps;  // at most four, first to last
  Picture picture = Picture::none;
};

Way way_of(Cause cause, Capability kind, const Environment& environment);
Guidance guidance_for(Way way, Capability kind, const Environment& environment);
Guidance guidance_for(Cause cause, Capability kind, const Environment& environment);
// Which row of catalogue.inc that is, from 0: its sources stand at the same place.
std::size_t row_for(Way way, const Environment& environment);

Pointer prompt_edge(const Environment& environment);

// The system's own settings page for this trouble, as an address that this browser hands on to the system; else "".
std::string_view settings_link(Way way, Capability kind, const Environment& environment);
// The browser's own settings page for all sites. No page may link there: it is shown, to be typed. "" where there is none.
std::string_view settings_address(Capability kind, const Environment& environment);

// How a page gets out of another app's web view, into a real browser.
EARSHOT_WORDS(WayOut, none, intent, safari, line)
WayOut way_out(const Environment& environment);

// Troubles that the browser's own recovery elements mend, and those after which it is worth saying how to stay allowed.
bool recoverable(Cause cause);
bool is_site_block(Cause cause);

}  // namespace earshot
