// What a visitor should see, and what the far end should know: ids and parameters, never sentences.
#pragma once
#include <optional>
#include <string_view>
#include "core/values/environment.hpp"
#include "core/values/fact.hpp"
#include "core/values/title.hpp"
#include "core/values/verdict.hpp"

namespace earshot {

// clang-format off
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
  press_turn_on_camera, open_in_other_browser, connect_output,
  macos_open_lid, ipad_open_cover, check_mute_key, turn_up_input, restart_device, ios_open_new_tab,
  macos_turn_off_and_on, macos_not_in_list, ios_screen_time, remote_desktop, windows_allow_input, bluetooth_hands_free,
  check_protection_windows, look_for_other_window, android_close_bubbles, firefox_no_icon,
  chromium_no_switch, private_window, turn_up_volume, check_output, check_tab_muted, ios_silent_switch, use_headphones,
  speak_closer, leave_full_screen, unmute_in_browser, unmute_camera_in_browser, browser_alone_on_screen, press_reload)
// clang-format on

// The drawing of the places to press, and the window edge at which this browser asks.
EARSHOT_WORDS(Picture, none, chromium_left_chip, firefox_left_icons, safari_menu_bar, ios_page_menu,
              android_address_bar, macos_privacy, windows_privacy, ios_settings, android_settings,
              chromium_prompt, firefox_prompt)
EARSHOT_WORDS(Pointer, none, top_left, top, top_right, center)

EARSHOT_WORDS(Orb, starting, idle, opening, asking, choosing, live, live_audio_only, interrupted, blocked,
              chatting, ended)
// What one kind of media is doing now.
EARSHOT_WORDS(Medium, off, asking, live, muted, lost, blocked)
// The element with which this browser lifts a block inside the page.
EARSHOT_WORDS(Recovery, none, usermedia, microphone, camera)
// Whether this site may show notifications. `off`: it does not want to.
EARSHOT_WORDS(Notice, off, prompt, granted, blocked)

// A drawing has room for four.
using Steps = Few<Step, 6>;
// Each stands there once.
using Actions = Few<Action, count_of<Action>()>;

struct View {
  Orb orb = Orb::starting;
  Title title = Title::getting_ready;
  Steps steps{};
  Actions actions{};  // the first is the obvious next one
  Picture picture = Picture::none;
  Pointer pointer = Pointer::none;
  Medium microphone = Medium::off;
  Medium camera = Medium::off;
  Notice notifications = Notice::off;
  std::optional<Capability> kind{};  // whose trouble is being explained
  Recovery recovery = Recovery::none;
  std::string_view link{};           // of the system's settings, for `open_settings`
  std::string_view address{};        // of the browser's settings, to be typed or copied
  Browser browser = Browser::other;  // whose name the words use
  bool operator==(const View&) const = default;
};

// The same for the other end of the call, which has no page to look at.
struct Message {
  Orb state = Orb::starting;
  bool heard = false;  // sound that somebody could hear goes out
  bool seen = false;
  bool texting = false;
  Medium microphone = Medium::off;
  Medium camera = Medium::off;
  Cause microphone_cause = Cause::none;
  Cause camera_cause = Cause::none;
  bool operator==(const Message&) const = default;
};

}  // namespace earshot
