// Generated: node script/words.mjs writes this from what `build/native/earshot vocabulary` prints.
// Every word that crosses between the core and the page, by its type. Each set of them is a closed list.

/** What happened: the member `fact` of each of facts.d.ts. */
export type FactName =
  | 'environment' | 'permission_read' | 'devices_read' | 'pressed' | 'request_opened' | 'request_failed'
  | 'track_ended' | 'track_muted' | 'track_unmuted' | 'level' | 'page_changed' | 'timer_fired'
  | 'recovery_cancelled' | 'recovery_streamed' | 'stream_attached' | 'audio_context' | 'network_tested'
  | 'chat_changed' | 'frames' | 'stream_detached' | 'output_changed' | 'media_session' | 'remembered'
  | 'notifications_answered' | 'recovery_failed' | 'track_stopped' | 'track_switched' | 'host_failed'
  | 'far_end_reported';

/** What the core orders: the member `effect` of each of effects.d.ts. */
export type EffectName =
  | 'read_permission' | 'watch_permission' | 'open' | 'close' | 'enable' | 'set_timer' | 'cancel_timer'
  | 'watch_level' | 'open_chat' | 'close_chat' | 'announce' | 'tell_host' | 'log' | 'open_tab' | 'reload'
  | 'watch_frames' | 'resume_audio' | 'media_session' | 'remember' | 'request_notifications' | 'recover'
  | 'open_link' | 'leave_app' | 'copy' | 'wake_lock';

/** What a browser grants. `notifications`: a permission only. */
export type Capability = 'microphone' | 'camera' | 'notifications';

/** What can be captured. */
export type MediaKind = 'microphone' | 'camera';

/** `unknown`: this browser cannot say. */
export type Permission = 'unknown' | 'prompt' | 'granted' | 'denied';

/** What renders the page; it decides what a fact means. */
export type Engine = 'chromium' | 'gecko' | 'webkit' | 'other';

/** Whose menus the words and pictures describe. */
export type Browser =
  | 'chrome' | 'edge' | 'brave' | 'opera' | 'vivaldi' | 'samsung' | 'firefox' | 'safari' | 'other';

/** Whose settings they describe. */
export type Os = 'windows' | 'macos' | 'linux' | 'chromeos' | 'android' | 'ios' | 'other';

export type Form = 'desktop' | 'mobile' | 'tablet';

/** Where a browser keeps its icons. `none`: a side panel, an extension’s window. */
export type AddressBar = 'shown' | 'full_screen' | 'none';

/** What the host knows of it. */
export type FarEnd = 'ready' | 'connecting' | 'echo' | 'late' | 'untaken';

/** The elements by which this browser lifts a block inside the page. */
export type RecoveryElement = 'usermedia' | 'microphone' | 'camera';

/** What a visitor can press. */
export type Action =
  | 'orb' | 'try_again' | 'recover' | 'audio_only' | 'enable_camera' | 'mute' | 'unmute' | 'open_chat'
  | 'back_to_voice' | 'switch_device' | 'reload' | 'open_in_tab' | 'copy_report' | 'end' | 'dismiss'
  | 'cannot_see_prompt' | 'hear' | 'allow_notifications' | 'show_where' | 'open_settings' | 'copy_address'
  | 'leave_app' | 'copy_link' | 'cannot_hear';

/** Where the session is; docs/states.md has the whole table. */
export type Phase =
  | 'starting' | 'idle' | 'opening' | 'asking' | 'choosing' | 'live' | 'interrupted' | 'blocked' | 'chatting'
  | 'ended';

/** What the round button shows. */
export type Orb =
  | 'starting' | 'idle' | 'opening' | 'asking' | 'choosing' | 'live' | 'live_audio_only' | 'interrupted'
  | 'blocked' | 'chatting' | 'ended';

/** What one kind of media is doing now. */
export type Medium = 'off' | 'asking' | 'live' | 'muted' | 'lost' | 'blocked';

/** `off`: the site shows no notifications. */
export type Notice = 'off' | 'prompt' | 'granted' | 'blocked';

/** The browser's own element that lifts a block inside the page. */
export type Recovery = '' | 'usermedia' | 'microphone' | 'camera';

/** Out of another app's web view, into a real browser. */
export type WayOut = 'none' | 'intent' | 'safari' | 'line';

export type Timer =
  | 'prompt_expected' | 'prompt_ignored' | 'steady' | 'mute_lasts' | 'hidden_long' | 'poll_slower'
  | 'host_expected' | 'recovery_expected' | 'advice_read' | 'press_lapses' | 'mute_ages' | 'withdrawal'
  | 'try_later' | 'far_end_late';

export type Urgency = 'off' | 'polite' | 'assertive';

/** What the page around the widget is told; the element adds `earshot-`, and a hyphen for the underscore. */
export type HostEvent = 'state' | 'stream' | 'track_replaced' | 'verdict' | 'chat' | 'cleared' | 'message';

/** The window edge where this browser asks. */
export type Pointer = '' | 'top-left' | 'top' | 'top-right' | 'center';

/** A drawing of the place to press. */
export type Picture =
  | '' | 'chromium-left-chip' | 'firefox-left-icons' | 'safari-menu-bar' | 'ios-page-menu'
  | 'android-address-bar' | 'macos-privacy' | 'windows-privacy' | 'ios-settings' | 'android-settings'
  | 'chromium-prompt' | 'firefox-prompt';

/** How sure a verdict is. */
export type Confidence = 'certain' | 'likely' | 'guess';

export type ChatState = 'connecting' | 'open' | 'closed' | 'failed';

/** The states of an AudioContext that mean something to a call. */
export type AudioContextWord = 'running' | 'suspended' | 'interrupted';

/** Mute buttons outside of the page, by the name that the Media Session API gives them. */
export type MediaSessionWord = 'togglemicrophone' | 'togglecamera' | 'hangup';

/** The one sentence that says what is going on. */
export type Title =
  | 'getting_ready' | 'press_to_talk' | 'press_to_call' | 'press_to_resume' | 'connecting'
  | 'allow_microphone' | 'allow_camera' | 'allow_microphone_and_camera' | 'prompt_still_open'
  | 'prompt_waits_for_tab' | 'listening' | 'in_call' | 'microphone_muted' | 'talking_without_camera'
  | 'camera_off_blocked' | 'camera_off_missing' | 'camera_off_busy' | 'cannot_hear_you'
  | 'camera_blocked_choose' | 'camera_unavailable_choose' | 'microphone_revoked' | 'microphone_reset'
  | 'microphone_unplugged' | 'microphone_stopped' | 'resuming' | 'microphone_ready_muted'
  | 'microphone_denied' | 'microphone_blocked' | 'microphone_blocked_in_tab' | 'prompt_dismissed'
  | 'prompt_dismissed_twice' | 'blocked_for_a_week' | 'blocked_by_system' | 'no_microphone'
  | 'microphone_busy' | 'microphone_failed' | 'page_not_secure' | 'not_supported' | 'frame_blocked'
  | 'site_blocked_itself' | 'chatting' | 'chatting_voice_ready' | 'call_ended' | 'prompt_waits_for_focus'
  | 'prompt_unseen' | 'microphone_interrupted' | 'microphone_switched_off' | 'virtual_microphone'
  | 'speaking_while_muted' | 'camera_frozen' | 'sound_blocked' | 'reload_page' | 'restart_browser_first'
  | 'blocked_by_administrator' | 'app_blocks_microphone' | 'notifications_blocked'
  | 'notifications_unavailable' | 'answer_recovery' | 'allowed_again' | 'allowed_again_chromium'
  | 'allowed_again_firefox' | 'opening_slowly' | 'no_answer' | 'prompt_cancelled' | 'muted_by_site'
  | 'stopped_by_site' | 'camera_not_started' | 'no_output' | 'hardly_heard' | 'muted_by_browser'
  | 'camera_paused_by_browser' | 'camera_paused' | 'far_end_connecting' | 'far_end_echo' | 'far_end_late'
  | 'nobody_listens' | 'hearing_nothing' | 'announce_live';

/** One line of what to do. */
export type Step =
  | 'chromium_open_site_controls' | 'chromium_turn_on_microphone' | 'chromium_turn_on_camera'
  | 'android_open_site_controls' | 'android_allow_microphone' | 'android_allow_camera'
  | 'firefox_open_permissions' | 'firefox_open_permissions_camera' | 'firefox_remove_block'
  | 'firefox_android_open_permissions' | 'safari_open_website_settings' | 'safari_allow_microphone'
  | 'safari_allow_camera' | 'ios_open_page_menu' | 'ios_open_aa_menu' | 'ios_allow_microphone'
  | 'ios_allow_camera' | 'ios_open_browser_settings' | 'ios_browser_allow_microphone'
  | 'ios_browser_allow_camera' | 'generic_open_site_settings' | 'generic_allow_microphone'
  | 'generic_allow_camera' | 'choose_allow_in_prompt' | 'press_try_again' | 'macos_open_privacy_microphone'
  | 'macos_open_privacy_camera' | 'macos_turn_on_browser' | 'restart_browser'
  | 'windows11_open_privacy_microphone' | 'windows11_open_privacy_camera'
  | 'windows10_open_privacy_microphone' | 'windows10_open_privacy_camera' | 'windows_turn_on_desktop_apps'
  | 'chromeos_open_privacy_controls' | 'android_open_app_permissions' | 'linux_check_sound_settings'
  | 'system_allow_microphone' | 'system_allow_camera' | 'plug_in_microphone' | 'check_system_input'
  | 'check_mute_switch' | 'close_other_apps' | 'open_secure_address' | 'open_page_in_tab' | 'update_browser'
  | 'bring_tab_to_front' | 'look_for_prompt_chromium' | 'look_for_prompt_firefox' | 'look_for_prompt_safari'
  | 'look_for_prompt_phone' | 'click_page_first' | 'ask_administrator' | 'choose_other_microphone'
  | 'reload_by_hand' | 'open_in_browser' | 'chromium_turn_on_notifications' | 'firefox_allow_notifications'
  | 'safari_allow_notifications' | 'ios_add_to_home_screen' | 'generic_allow_notifications'
  | 'edge_open_permissions' | 'vivaldi_open_site_settings' | 'look_for_prompt_vivaldi'
  | 'type_settings_address' | 'chromium_sites_can_ask_microphone' | 'chromium_sites_can_ask_camera'
  | 'firefox_open_settings_microphone' | 'firefox_open_settings_camera' | 'firefox_allow_new_requests'
  | 'firefox_or_reload' | 'safari_open_website_preferences' | 'safari_open_websites_microphone'
  | 'safari_open_websites_camera' | 'ios_open_apps_safari' | 'ios_open_safari' | 'ios_set_microphone_to_ask'
  | 'ios_set_camera_to_ask' | 'ios_open_privacy_microphone' | 'ios_open_privacy_camera'
  | 'open_site_in_browser' | 'macos_open_old_privacy_microphone' | 'macos_open_old_privacy_camera'
  | 'chromeos_turn_on_microphone' | 'chromeos_turn_on_camera' | 'chromeos_physical_switch'
  | 'android_tap_microphone_allow' | 'android_tap_camera_allow' | 'samsung_open_app_permissions'
  | 'android_check_quick_settings' | 'check_app_settings' | 'plug_in_camera' | 'check_camera_cover'
  | 'write_meanwhile' | 'check_protection_software' | 'check_extensions' | 'end_other_call'
  | 'try_other_network' | 'copy_link_instead' | 'press_turn_on_camera' | 'open_in_other_browser'
  | 'connect_output' | 'macos_open_lid' | 'ipad_open_cover' | 'check_mute_key' | 'turn_up_input'
  | 'restart_device' | 'ios_open_new_tab' | 'macos_turn_off_and_on' | 'macos_not_in_list' | 'ios_screen_time'
  | 'remote_desktop' | 'windows_allow_input' | 'bluetooth_hands_free' | 'check_protection_windows'
  | 'look_for_other_window' | 'android_close_bubbles' | 'firefox_no_icon' | 'chromium_no_switch'
  | 'private_window' | 'turn_up_volume' | 'check_output' | 'check_tab_muted' | 'ios_silent_switch'
  | 'use_headphones' | 'speak_closer' | 'leave_full_screen' | 'unmute_in_browser'
  | 'unmute_camera_in_browser' | 'browser_alone_on_screen' | 'press_reload';

/** Words of the widget's own furniture, also overridable in `config.texts`. */
export type Label =
  | 'label_orb' | 'label_widget' | 'label_chat' | 'label_chat_input' | 'label_chat_log' | 'label_send'
  | 'label_close' | 'label_you' | 'label_agent' | 'label_steps' | 'steps_not_loaded' | 'chat_connecting'
  | 'chat_failed' | 'chat_not_loaded' | 'chat_closed' | 'chat_empty' | 'chat_waiting' | 'chat_typing'
  | 'chat_sending' | 'chat_sent' | 'chat_not_sent' | 'chat_send_again' | 'chat_earlier' | 'chat_newest'
  | 'chat_unread' | 'chat_left' | 'chat_links' | 'chat_forget' | 'chat_forget_sure' | 'chat_forgetting'
  | 'chat_forgotten' | 'chat_why_blocked' | 'chat_why_missing' | 'chat_why_other' | 'chat_by_mail'
  | 'chat_email' | 'chat_email_wrong' | 'chat_will_answer' | 'chat_not_opened' | 'core_unavailable'
  | 'label_browser' | 'label_microphone' | 'label_camera' | 'label_support' | 'label_picture' | 'label_play'
  | 'label_stop' | 'label_copied' | 'label_copy_failed';

/** Why a kind of media cannot be had: docs/diagnostics.md has a section for each. */
export type Cause =
  | 'none' | 'api_missing' | 'insecure_page' | 'frame_not_delegated' | 'policy_header' | 'opaque_origin'
  | 'audio_session_clash' | 'page_inactive' | 'request_held' | 'prompt_ignored' | 'no_answer'
  | 'prompt_cancelled' | 'dismissed' | 'embargoed' | 'gesture_needed' | 'default_block' | 'denied'
  | 'blocked_for_site' | 'blocked_temporarily' | 'blocked_by_system' | 'managed_policy' | 'app_not_permitted'
  | 'abuse_block' | 'stripped' | 'device_busy' | 'no_device' | 'chosen_device_gone' | 'constraint_unmet'
  | 'device_failed' | 'second_microphone' | 'virtual_device' | 'silent' | 'no_output' | 'hardware_muted'
  | 'wrong_device' | 'speaking_while_muted' | 'low_level' | 'network_blocked' | 'revoked' | 'reset'
  | 'grant_expired' | 'system_switched_off' | 'device_removed' | 'default_changed' | 'interrupted'
  | 'capture_dead' | 'backgrounded' | 'slept' | 'frozen' | 'taken' | 'camera_lost' | 'camera_frozen'
  | 'camera_not_started' | 'muted_by_browser' | 'off_by_site' | 'output_blocked' | 'reload_needed'
  | 'browser_restart_needed' | 'unknown';
