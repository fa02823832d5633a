// The way out of a cause: which steps, in this browser on this system. Ids only; sentences stand in widget/texts/.
#pragma once
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
  generic_allow_notifications)

// The drawing of the place to press, and the window edge at which this browser asks.
EARSHOT_WORDS(Picture, none, chromium_left_chip, firefox_left_icons, safari_menu_bar, ios_page_menu, android_address_bar)
EARSHOT_WORDS(Pointer, none, top_left, top, top_right, center)

// At most four steps, first to last.
std::vector<Step> steps_for(Cause cause, Capability kind, const Environment& environment);
std::vector<Step> steps_to_find_the_prompt(const Environment& environment);
Picture picture_for(Cause cause, const Environment& environment);
Pointer prompt_edge(const Environment& environment);

}  // namespace earshot
