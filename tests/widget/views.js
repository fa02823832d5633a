// Every view that a visitor can plausibly meet, with the longest sentences among them. The gallery, the screenshots and
// the tests draw these.
/** @import { View } from '../../js-glue/answers.js' */

/** @typedef {Partial<View> & Pick<View, 'orb' | 'title'>} Sketch */

/** @satisfies {Record<string, Sketch>} */
const SKETCHES = {
  starting: { orb: 'starting', title: 'getting_ready', actions: ['orb', 'open_chat'] },
  idle: { orb: 'idle', title: 'press_to_talk', actions: ['orb', 'open_chat'] },
  'idle-video': { orb: 'idle', title: 'press_to_call', actions: ['orb', 'open_chat'] },
  'idle-resume': { orb: 'idle', title: 'press_to_resume', actions: ['orb', 'open_chat'] },
  opening: { orb: 'opening', title: 'connecting', actions: ['open_chat', 'dismiss'] },
  asking: { orb: 'asking', title: 'allow_microphone', pointer: 'top-left', microphone: 'asking', actions: ['open_chat', 'dismiss'] },
  'asking-video': {
    orb: 'asking', title: 'allow_microphone_and_camera', pointer: 'top', microphone: 'asking', camera: 'asking',
    steps: ['choose_allow_in_prompt'], actions: ['open_chat', 'dismiss'],
  },
  'asking-still': { orb: 'asking', title: 'prompt_still_open', pointer: 'top-right', microphone: 'asking', actions: ['open_chat'] },
  'asking-hidden': {
    orb: 'asking', title: 'prompt_waits_for_tab', pointer: 'center', microphone: 'asking', steps: ['bring_tab_to_front'],
    actions: ['open_chat', 'dismiss'],
  },
  'asking-help': {
    orb: 'asking', title: 'allow_microphone', pointer: 'top-left', microphone: 'asking', actions: ['cannot_see_prompt', 'open_chat', 'dismiss'],
  },
  'asking-unfocused': {
    orb: 'asking', title: 'prompt_waits_for_focus', microphone: 'asking', steps: ['click_page_first'], actions: ['cannot_see_prompt', 'open_chat', 'dismiss'],
  },
  'asking-unseen': {
    orb: 'asking', title: 'prompt_unseen', pointer: 'top-left', microphone: 'asking', steps: ['look_for_prompt_chromium', 'choose_allow_in_prompt'],
    actions: ['open_chat', 'dismiss'],
  },
  'asking-unseen-firefox': {
    orb: 'asking', title: 'prompt_unseen', pointer: 'top-left', microphone: 'asking', camera: 'asking',
    steps: ['look_for_prompt_firefox', 'choose_allow_in_prompt'], actions: ['open_chat', 'dismiss'],
  },
  'asking-unseen-safari': {
    orb: 'asking', title: 'prompt_unseen', pointer: 'top', microphone: 'asking', steps: ['look_for_prompt_safari', 'choose_allow_in_prompt'],
    actions: ['open_chat', 'dismiss'],
  },
  'asking-unseen-phone': {
    orb: 'asking', title: 'prompt_unseen', pointer: 'center', microphone: 'asking', steps: ['look_for_prompt_phone', 'choose_allow_in_prompt'],
    actions: ['open_chat', 'dismiss'],
  },
  choosing: {
    orb: 'choosing', title: 'camera_blocked_choose', camera: 'blocked', picture: 'chromium-left-chip',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_camera'], actions: ['audio_only', 'enable_camera', 'open_chat', 'dismiss'],
  },
  'choosing-unavailable': {
    orb: 'choosing', title: 'camera_unavailable_choose', camera: 'lost', steps: ['close_other_apps'],
    actions: ['audio_only', 'try_again', 'open_chat'],
  },
  live: { orb: 'live', title: 'listening', microphone: 'live', actions: ['mute', 'open_chat', 'end'] },
  'live-video': { orb: 'live', title: 'in_call', microphone: 'live', camera: 'live', actions: ['mute', 'audio_only', 'open_chat', 'end'] },
  'live-muted': { orb: 'live', title: 'microphone_muted', microphone: 'muted', actions: ['unmute', 'open_chat', 'end'] },
  'live-silent': {
    orb: 'live', title: 'cannot_hear_you', microphone: 'live', steps: ['check_mute_switch', 'check_system_input'],
    actions: ['mute', 'open_chat', 'end', 'dismiss'],
  },
  'live-speaking-muted': { orb: 'live', title: 'speaking_while_muted', microphone: 'muted', actions: ['unmute', 'open_chat', 'end'] },
  'live-virtual': {
    orb: 'live', title: 'virtual_microphone', microphone: 'live', steps: ['choose_other_microphone'], actions: ['switch_device', 'mute', 'open_chat', 'end', 'dismiss'],
  },
  'live-frozen': {
    orb: 'live', title: 'camera_frozen', microphone: 'live', camera: 'live', steps: ['close_other_apps'], actions: ['try_again', 'audio_only', 'mute', 'open_chat', 'end'],
  },
  'live-sound-blocked': { orb: 'live', title: 'sound_blocked', microphone: 'live', actions: ['mute', 'hear', 'open_chat', 'end'] },
  live_audio_only: {
    orb: 'live_audio_only', title: 'talking_without_camera', microphone: 'live', actions: ['mute', 'enable_camera', 'open_chat', 'end'],
  },
  'live_audio_only-blocked': {
    orb: 'live_audio_only', title: 'camera_off_blocked', microphone: 'live', camera: 'blocked', picture: 'firefox-left-icons',
    steps: ['firefox_open_permissions_camera', 'firefox_remove_block'], actions: ['enable_camera', 'audio_only', 'mute', 'open_chat', 'end'],
  },
  'live-asking-camera': {
    orb: 'live_audio_only', title: 'allow_camera', pointer: 'top-left', microphone: 'live', camera: 'asking',
    actions: ['enable_camera', 'audio_only', 'mute', 'open_chat', 'end'],
  },
  'live_audio_only-muted': {
    orb: 'live_audio_only', title: 'camera_off_busy', microphone: 'muted', camera: 'lost', actions: ['enable_camera', 'audio_only', 'unmute', 'open_chat', 'end'],
  },
  interrupted: {
    orb: 'interrupted', title: 'microphone_revoked', microphone: 'blocked', picture: 'chromium-left-chip',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_microphone'], actions: ['try_again', 'open_chat', 'end'],
  },
  'interrupted-unplugged': {
    orb: 'interrupted', title: 'microphone_unplugged', microphone: 'lost', camera: 'live',
    steps: ['plug_in_microphone', 'check_system_input'], actions: ['try_again', 'switch_device', 'open_chat', 'end'],
  },
  'interrupted-hold': { orb: 'interrupted', title: 'microphone_interrupted', microphone: 'lost', actions: ['open_chat', 'end'] },
  'interrupted-system': {
    orb: 'interrupted', title: 'microphone_switched_off', microphone: 'lost', steps: ['macos_open_privacy_microphone', 'macos_turn_on_browser'],
    actions: ['try_again', 'open_chat', 'end'],
  },
  'interrupted-resuming': { orb: 'interrupted', title: 'resuming', microphone: 'lost', actions: ['open_chat', 'end'] },
  'interrupted-ready-muted': { orb: 'interrupted', title: 'microphone_ready_muted', microphone: 'muted', actions: ['unmute', 'open_chat', 'end'] },
  blocked: {
    orb: 'blocked', title: 'microphone_blocked', microphone: 'blocked', picture: 'chromium-left-chip',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_microphone', 'press_try_again'], actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-firefox': {
    orb: 'blocked', title: 'microphone_blocked_in_tab', microphone: 'blocked', picture: 'firefox-left-icons',
    steps: ['firefox_open_permissions', 'firefox_remove_block', 'press_try_again'], actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-safari': {
    orb: 'blocked', title: 'microphone_denied', microphone: 'blocked', picture: 'safari-menu-bar',
    steps: ['safari_open_website_settings', 'safari_allow_microphone', 'press_try_again'], actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-ios': {
    orb: 'blocked', title: 'microphone_blocked', microphone: 'blocked', picture: 'ios-page-menu',
    steps: ['ios_open_page_menu', 'ios_allow_microphone', 'press_try_again'], actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-android': {
    orb: 'blocked', title: 'microphone_blocked', microphone: 'blocked', picture: 'android-address-bar',
    steps: ['android_open_site_controls', 'android_allow_microphone', 'press_try_again'], actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-generic': {
    orb: 'blocked', title: 'prompt_dismissed_twice', microphone: 'blocked',
    steps: ['generic_open_site_settings', 'generic_allow_microphone', 'press_try_again'], actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-week': {
    orb: 'blocked', title: 'blocked_for_a_week', microphone: 'blocked', picture: 'chromium-left-chip',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_microphone'], actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-dismissed': {
    orb: 'blocked', title: 'prompt_dismissed', steps: ['press_try_again', 'choose_allow_in_prompt'], actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-system': {
    orb: 'blocked', title: 'blocked_by_system', microphone: 'blocked',
    steps: ['windows11_open_privacy_microphone', 'windows_turn_on_desktop_apps', 'restart_browser', 'press_try_again'],
    actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-linux': {
    orb: 'blocked', title: 'no_microphone', steps: ['plug_in_microphone', 'linux_check_sound_settings', 'press_try_again'],
    actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-administrator': {
    orb: 'blocked', title: 'blocked_by_administrator', microphone: 'blocked', steps: ['ask_administrator', 'press_try_again'],
    actions: ['try_again', 'open_chat', 'dismiss'],
  },
  'blocked-app': { orb: 'blocked', title: 'app_blocks_microphone', microphone: 'blocked', steps: ['open_in_browser'], actions: ['open_chat', 'dismiss'] },
  'blocked-reload': { orb: 'blocked', title: 'reload_page', microphone: 'blocked', steps: ['reload_by_hand'], actions: ['reload', 'try_again', 'open_chat', 'dismiss'] },
  'blocked-restart': { orb: 'blocked', title: 'restart_browser_first', microphone: 'blocked', steps: ['restart_browser'], actions: ['try_again', 'open_chat', 'dismiss'] },
  'blocked-busy': { orb: 'blocked', title: 'microphone_busy', steps: ['close_other_apps', 'press_try_again'], actions: ['try_again', 'open_chat'] },
  'blocked-insecure': { orb: 'blocked', title: 'page_not_secure', steps: ['open_secure_address'], actions: ['open_chat'] },
  'blocked-frame': { orb: 'blocked', title: 'frame_blocked', steps: ['open_page_in_tab'], actions: ['open_in_tab', 'open_chat'] },
  'blocked-recovery': {
    orb: 'blocked', title: 'microphone_blocked', microphone: 'blocked', picture: 'chromium-left-chip', recovery: 'microphone',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_microphone'], actions: ['recover', 'try_again', 'open_chat', 'dismiss', 'show_where'],
  },
  'blocked-recovery-both': {
    orb: 'blocked', title: 'microphone_blocked', microphone: 'blocked', camera: 'blocked', picture: 'chromium-left-chip', recovery: 'usermedia', kind: 'microphone',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_microphone'], actions: ['recover', 'try_again', 'audio_only', 'open_chat', 'dismiss', 'show_where'],
  },
  'blocked-recovery-open': {
    orb: 'blocked', title: 'answer_recovery', pointer: 'center', microphone: 'blocked', picture: 'chromium-left-chip', recovery: 'microphone',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_microphone'], actions: ['recover', 'try_again', 'open_chat', 'dismiss', 'show_where'],
  },
  'interrupted-recovery': {
    orb: 'interrupted', title: 'microphone_revoked', microphone: 'blocked', picture: 'chromium-left-chip', recovery: 'microphone',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_microphone'], actions: ['recover', 'try_again', 'open_chat', 'end', 'show_where'],
  },
  'choosing-recovery': {
    orb: 'choosing', title: 'camera_blocked_choose', camera: 'blocked', picture: 'chromium-left-chip', recovery: 'camera',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_camera'], actions: ['recover', 'audio_only', 'open_chat', 'dismiss', 'show_where'],
  },
  'live_audio_only-recovery': {
    orb: 'live_audio_only', title: 'camera_off_blocked', microphone: 'live', camera: 'blocked', picture: 'chromium-left-chip', recovery: 'camera',
    steps: ['chromium_open_site_controls', 'chromium_turn_on_camera'], actions: ['recover', 'audio_only', 'mute', 'open_chat', 'end', 'show_where'],
  },
  'blocked-vivaldi': {
    orb: 'blocked', title: 'microphone_blocked', microphone: 'blocked', browser: 'vivaldi',
    steps: ['vivaldi_open_site_settings', 'generic_allow_microphone', 'press_try_again'], actions: ['try_again', 'open_chat', 'dismiss', 'show_where'],
  },
  'blocked-every-site': {
    orb: 'blocked', title: 'microphone_blocked', microphone: 'blocked', browser: 'edge', address: 'edge://settings/privacy/sitePermissions/allPermissions/microphone',
    steps: ['type_settings_address', 'generic_allow_microphone', 'press_try_again'], actions: ['try_again', 'open_chat', 'dismiss', 'copy_address'],
    support: 'https://example.com/help',
  },
  'blocked-system-link': {
    orb: 'blocked', title: 'blocked_by_system', microphone: 'blocked', link: 'ms-settings:privacy-microphone', picture: 'windows-privacy',
    steps: ['windows11_open_privacy_microphone', 'windows_turn_on_desktop_apps', 'press_try_again'],
    actions: ['try_again', 'open_settings', 'open_chat', 'dismiss'], support: 'https://example.com/help',
  },
  'blocked-in-app': {
    orb: 'blocked', title: 'app_blocks_microphone', microphone: 'blocked', browser: 'other', steps: ['open_in_browser', 'copy_link_instead'],
    actions: ['leave_app', 'copy_link', 'open_chat', 'dismiss'],
  },
  'live-allowed-again': { orb: 'live', title: 'allowed_again_chromium', microphone: 'live', actions: ['mute', 'open_chat', 'end'] },
  'blocked-everything': {
    orb: 'blocked', title: 'microphone_failed', microphone: 'blocked', picture: 'safari-menu-bar',
    steps: ['generic_open_site_settings', 'android_open_app_permissions', 'linux_check_sound_settings', 'restart_browser'],
    actions: ['recover', 'try_again', 'open_settings', 'switch_device', 'reload', 'copy_report', 'copy_address', 'open_chat', 'dismiss', 'show_where'],
    support: 'mailto:help@example.com',
  },
  chatting: { orb: 'chatting', title: 'chatting', actions: ['back_to_voice', 'dismiss'] },
  'chatting-ready': { orb: 'chatting', title: 'chatting_voice_ready', actions: ['back_to_voice', 'dismiss'] },
  'idle-notifications': { orb: 'idle', title: 'press_to_talk', notifications: 'prompt', actions: ['orb', 'open_chat', 'allow_notifications'] },
  'idle-notifications-blocked': {
    orb: 'idle', title: 'notifications_blocked', notifications: 'blocked', steps: ['chromium_open_site_controls', 'chromium_turn_on_notifications'],
    actions: ['dismiss', 'orb', 'open_chat'],
  },
  'idle-notifications-firefox': {
    orb: 'idle', title: 'notifications_blocked', notifications: 'blocked', steps: ['firefox_allow_notifications'], actions: ['dismiss', 'orb', 'open_chat'],
  },
  'idle-notifications-ios': {
    orb: 'idle', title: 'notifications_unavailable', notifications: 'blocked', steps: ['ios_add_to_home_screen'], actions: ['dismiss', 'orb', 'open_chat'],
  },
  'live-notifications': { orb: 'live', title: 'listening', microphone: 'live', notifications: 'prompt', actions: ['mute', 'open_chat', 'allow_notifications', 'end'] },
  ended: { orb: 'ended', title: 'call_ended', actions: ['orb', 'open_chat'] },
};

/** @typedef {keyof typeof SKETCHES} ViewName */

export const VIEWS = /** @type {Record<ViewName, View>} */ (Object.fromEntries(Object.entries(/** @type {Record<string, Sketch>} */ (SKETCHES)).map(([name, sketch]) => [name, {
  steps: [], actions: [], picture: '', pointer: '', microphone: 'off', camera: 'off', notifications: 'off', recovery: '', link: '', address: '',
  browser: 'chrome', support: '', kind: sketch.camera === 'blocked' || sketch.camera === 'lost' ? 'camera' : 'microphone', ...sketch,
}])));

/** @param {string} name  Of one of them. */
export function viewOf(name) {
  const view = /** @type {Partial<Record<string, View>>} */ (VIEWS)[name];
  if (!view) throw new RangeError(`there is no view "${name}"`);
  return view;
}
