// Every name that crosses between the core and the page. tests/glue/contract.test.js compares the unions marked
// "core" with what `build/native/earshot vocabulary` prints, so neither side can drift.

// ---- core: the words of facts, effects and views -------------------------------------------------------------------

/** @typedef {'microphone' | 'camera' | 'notifications'} Capability  `notifications`: a permission only. */
/** @typedef {'microphone' | 'camera'} MediaKind  What can be captured. */
/** @typedef {'unknown' | 'prompt' | 'granted' | 'denied'} Permission */
/** @typedef {'chromium' | 'gecko' | 'webkit' | 'other'} Engine */
/** @typedef {'chrome' | 'edge' | 'brave' | 'opera' | 'vivaldi' | 'samsung' | 'firefox' | 'safari' | 'other'} Browser */
/** @typedef {'windows' | 'macos' | 'linux' | 'chromeos' | 'android' | 'ios' | 'other'} Os */
/** @typedef {'desktop' | 'mobile' | 'tablet'} Form */
/** @typedef {'usermedia' | 'microphone' | 'camera'} RecoveryElement */
/** @typedef {'orb' | 'try_again' | 'recover' | 'audio_only' | 'enable_camera' | 'mute' | 'unmute' | 'open_chat'
 *   | 'back_to_voice' | 'switch_device' | 'reload' | 'open_in_tab' | 'copy_report' | 'end' | 'dismiss'
 *   | 'cannot_see_prompt' | 'hear' | 'allow_notifications' | 'show_where' | 'open_settings' | 'copy_address'
 *   | 'leave_app' | 'copy_link'} Action */
/** @typedef {'starting' | 'idle' | 'opening' | 'asking' | 'choosing' | 'live' | 'interrupted' | 'blocked' | 'chatting'
 *   | 'ended'} Phase */
/** @typedef {'starting' | 'idle' | 'opening' | 'asking' | 'choosing' | 'live' | 'live_audio_only' | 'interrupted'
 *   | 'blocked' | 'chatting' | 'ended'} Orb */
/** @typedef {'off' | 'asking' | 'live' | 'muted' | 'lost' | 'blocked'} Medium  What one kind of media is doing now. */
/** @typedef {'' | 'usermedia' | 'microphone' | 'camera'} Recovery  The browser's own element that lifts a block inside the page. */
/** @typedef {'none' | 'intent' | 'safari' | 'line'} WayOut  Out of another app's web view, into a real browser. */
/** @typedef {'off' | 'prompt' | 'granted' | 'blocked'} Notice  `off`: the site shows no notifications. */
/** @typedef {'prompt_expected' | 'prompt_ignored' | 'steady' | 'mute_lasts' | 'hidden_long' | 'poll_slower'
 *   | 'host_expected' | 'recovery_expected' | 'advice_read' | 'press_lapses'} Timer */
/** @typedef {'polite' | 'assertive'} Urgency */
/** @typedef {'state' | 'stream' | 'track_replaced' | 'verdict' | 'chat' | 'cleared' | 'message'} HostEvent */
/** @typedef {'info' | 'warn'} LogLevel */
/** @typedef {'' | 'top-left' | 'top' | 'top-right' | 'center'} Pointer  The window edge where this browser asks. */
/** @typedef {'' | 'chromium-left-chip' | 'firefox-left-icons' | 'safari-menu-bar' | 'ios-page-menu'
 *   | 'android-address-bar' | 'macos-privacy' | 'windows-privacy' | 'ios-settings' | 'android-settings'
 *   | 'chromium-prompt' | 'firefox-prompt'} Picture */
/** @typedef {'certain' | 'likely' | 'guess'} Confidence */
/** @typedef {'connecting' | 'open' | 'closed' | 'failed'} ChatState */
/** @typedef {'running' | 'suspended' | 'interrupted'} AudioContextWord */
/** @typedef {'togglemicrophone' | 'togglecamera' | 'hangup'} MediaSessionWord */

/** @typedef {'getting_ready' | 'press_to_talk' | 'press_to_call' | 'press_to_resume' | 'connecting'
 *   | 'allow_microphone' | 'allow_camera' | 'allow_microphone_and_camera' | 'prompt_still_open'
 *   | 'prompt_waits_for_tab' | 'listening' | 'in_call' | 'microphone_muted' | 'talking_without_camera'
 *   | 'camera_off_blocked' | 'camera_off_missing' | 'camera_off_busy' | 'cannot_hear_you' | 'camera_blocked_choose'
 *   | 'camera_unavailable_choose' | 'microphone_revoked' | 'microphone_reset' | 'microphone_unplugged'
 *   | 'microphone_stopped' | 'resuming' | 'microphone_ready_muted' | 'microphone_denied' | 'microphone_blocked'
 *   | 'microphone_blocked_in_tab' | 'prompt_dismissed' | 'prompt_dismissed_twice' | 'blocked_for_a_week'
 *   | 'blocked_by_system' | 'no_microphone' | 'microphone_busy' | 'microphone_failed' | 'page_not_secure'
 *   | 'not_supported' | 'frame_blocked' | 'site_blocked_itself' | 'chatting' | 'chatting_voice_ready' | 'call_ended'
 *   | 'prompt_waits_for_focus' | 'prompt_unseen' | 'microphone_interrupted' | 'microphone_switched_off'
 *   | 'virtual_microphone' | 'speaking_while_muted' | 'camera_frozen' | 'sound_blocked' | 'reload_page'
 *   | 'restart_browser_first' | 'blocked_by_administrator' | 'app_blocks_microphone' | 'notifications_blocked'
 *   | 'notifications_unavailable' | 'answer_recovery' | 'allowed_again' | 'allowed_again_chromium'
 *   | 'allowed_again_firefox'} Title */

/** @typedef {'chromium_open_site_controls' | 'chromium_turn_on_microphone' | 'chromium_turn_on_camera'
 *   | 'android_open_site_controls' | 'android_allow_microphone' | 'android_allow_camera' | 'firefox_open_permissions'
 *   | 'firefox_open_permissions_camera' | 'firefox_remove_block' | 'firefox_android_open_permissions'
 *   | 'safari_open_website_settings' | 'safari_allow_microphone' | 'safari_allow_camera' | 'ios_open_page_menu'
 *   | 'ios_open_aa_menu' | 'ios_allow_microphone' | 'ios_allow_camera' | 'ios_open_browser_settings'
 *   | 'ios_browser_allow_microphone' | 'ios_browser_allow_camera' | 'generic_open_site_settings'
 *   | 'generic_allow_microphone' | 'generic_allow_camera' | 'choose_allow_in_prompt' | 'press_try_again'
 *   | 'macos_open_privacy_microphone' | 'macos_open_privacy_camera' | 'macos_turn_on_browser' | 'restart_browser'
 *   | 'windows11_open_privacy_microphone' | 'windows11_open_privacy_camera' | 'windows10_open_privacy_microphone'
 *   | 'windows10_open_privacy_camera' | 'windows_turn_on_desktop_apps' | 'chromeos_open_privacy_controls'
 *   | 'android_open_app_permissions' | 'linux_check_sound_settings' | 'system_allow_microphone'
 *   | 'system_allow_camera' | 'plug_in_microphone' | 'check_system_input' | 'check_mute_switch' | 'close_other_apps'
 *   | 'open_secure_address' | 'open_page_in_tab' | 'update_browser' | 'bring_tab_to_front'
 *   | 'look_for_prompt_chromium' | 'look_for_prompt_firefox' | 'look_for_prompt_safari' | 'look_for_prompt_phone'
 *   | 'click_page_first' | 'ask_administrator' | 'choose_other_microphone' | 'reload_by_hand' | 'open_in_browser'
 *   | 'chromium_turn_on_notifications' | 'firefox_allow_notifications' | 'safari_allow_notifications'
 *   | 'ios_add_to_home_screen' | 'generic_allow_notifications' | 'edge_open_permissions'
 *   | 'vivaldi_open_site_settings' | 'look_for_prompt_vivaldi' | 'type_settings_address'
 *   | 'chromium_sites_can_ask_microphone' | 'chromium_sites_can_ask_camera' | 'firefox_open_settings_microphone'
 *   | 'firefox_open_settings_camera' | 'firefox_allow_new_requests' | 'firefox_or_reload'
 *   | 'safari_open_website_preferences' | 'safari_open_websites_microphone' | 'safari_open_websites_camera'
 *   | 'ios_open_apps_safari' | 'ios_open_safari' | 'ios_set_microphone_to_ask' | 'ios_set_camera_to_ask'
 *   | 'ios_open_privacy_microphone' | 'ios_open_privacy_camera' | 'open_site_in_browser'
 *   | 'macos_open_old_privacy_microphone' | 'macos_open_old_privacy_camera' | 'chromeos_turn_on_microphone'
 *   | 'chromeos_turn_on_camera' | 'chromeos_physical_switch' | 'android_tap_microphone_allow'
 *   | 'android_tap_camera_allow' | 'samsung_open_app_permissions' | 'android_check_quick_settings'
 *   | 'check_app_settings' | 'plug_in_camera' | 'check_camera_cover' | 'write_meanwhile'
 *   | 'check_protection_software' | 'check_extensions' | 'end_other_call' | 'try_other_network' | 'copy_link_instead'
 *   | 'press_turn_on_camera'} Step */

/** Words of the widget's own furniture, also overridable in `config.texts`.
 * @typedef {'label_orb' | 'label_widget' | 'label_chat' | 'label_chat_input' | 'label_chat_log' | 'label_send'
 *   | 'label_close' | 'label_you' | 'label_agent' | 'label_steps' | 'chat_connecting' | 'chat_failed' | 'chat_closed'
 *   | 'chat_empty' | 'chat_waiting' | 'chat_typing' | 'chat_sending' | 'chat_sent' | 'chat_not_sent' | 'chat_send_again'
 *   | 'chat_earlier' | 'chat_newest' | 'chat_unread' | 'chat_left' | 'chat_links' | 'chat_why_blocked' | 'chat_why_missing'
 *   | 'chat_why_other' | 'core_unavailable' | 'label_browser' | 'label_microphone' | 'label_camera' | 'label_support'
 *   | 'label_picture' | 'label_play' | 'label_stop' | 'label_copied' | 'label_copy_failed'} Label */

/** @typedef {'none' | 'api_missing' | 'insecure_page' | 'frame_not_delegated' | 'policy_header' | 'opaque_origin'
 *   | 'audio_session_clash' | 'page_inactive' | 'request_held' | 'prompt_ignored' | 'dismissed' | 'embargoed'
 *   | 'gesture_needed' | 'default_block' | 'denied' | 'blocked_for_site' | 'blocked_temporarily' | 'blocked_by_system'
 *   | 'managed_policy' | 'app_not_permitted' | 'abuse_block' | 'stripped' | 'device_busy' | 'no_device'
 *   | 'chosen_device_gone' | 'constraint_unmet' | 'device_failed' | 'second_microphone' | 'virtual_device' | 'silent'
 *   | 'hardware_muted' | 'wrong_device' | 'speaking_while_muted' | 'low_level' | 'network_blocked' | 'revoked' | 'reset'
 *   | 'grant_expired' | 'system_switched_off' | 'device_removed' | 'default_changed' | 'interrupted' | 'capture_dead'
 *   | 'backgrounded' | 'slept' | 'frozen' | 'taken' | 'camera_lost' | 'camera_frozen' | 'muted_by_browser'
 *   | 'output_blocked' | 'reload_needed' | 'browser_restart_needed' | 'unknown'} Cause */

// ---- facts: what the browser or the visitor did ---------------------------------------------------------------------

/** @typedef {{ kind: MediaKind, track: number, virtual?: boolean }} TrackRef  `track`: a small number that the glue gave it.
 * `virtual`: its device is a cable or a monitor in software, going by a name that may not leave the glue. */
/** @typedef {{ fact: 'environment', secure: boolean, media_devices: boolean, top_level: boolean,
 *   policy: { microphone: boolean | null, camera: boolean | null }, engine: Engine, browser: Browser, version: number,
 *   os: Os, os_version: number, form: Form, in_app: string, standalone: boolean, recovery: RecoveryElement[],
 *   permissions_api: boolean, opaque_origin: boolean, notifications: boolean }
 * | { fact: 'permission_read', kind: Capability, state: Permission, live: boolean }
 * | { fact: 'devices_read', microphones: number, cameras: number, labelled: boolean, selected_present: boolean,
 *     default_changed: boolean }
 * | { fact: 'pressed', action: Action }
 * | { fact: 'request_opened', request: number, tracks: TrackRef[] }
 * | { fact: 'request_failed', request: number, name: string, message: string, constraint: string, elapsed_ms: number,
 *     activated: boolean }
 * | { fact: 'track_ended' | 'track_muted' | 'track_unmuted', track: number }
 * | { fact: 'level', dbfs: number | null, valid: boolean, span_ms: number, behind_mute: boolean }
 * | { fact: 'frames', track: number, frames: number, span_ms: number, valid: boolean }
 * | { fact: 'page_changed', visible: boolean, focused: boolean, frozen: boolean, restored: boolean, slept_ms: number }
 * | { fact: 'timer_fired', timer: Timer }
 * | { fact: 'recovery_cancelled', kind: MediaKind, request: number }
 * | { fact: 'recovery_streamed', tracks: TrackRef[], request: number }
 * | { fact: 'recovery_failed', kind: MediaKind, request: number, name: string, message: string }
 * | { fact: 'stream_attached', tracks: TrackRef[] }
 * | { fact: 'audio_context', state: AudioContextWord, session_type: string }
 * | { fact: 'network_tested', udp: boolean, relay: boolean, server_reflexive: boolean, elapsed_ms: number }
 * | { fact: 'chat_changed', state: ChatState }
 * | { fact: 'stream_detached' }
 * | { fact: 'output_changed', blocked: boolean }
 * | { fact: 'media_session', action: MediaSessionWord }
 * | { fact: 'remembered', kind: MediaKind, asked: boolean, dismissals: number, ignores: number }
 * | { fact: 'notifications_answered', state: Permission, elapsed_ms: number }} Fact */

// ---- effects: what the core orders ----------------------------------------------------------------------------------

/** `poll_ms` 0: change events are enough. `enable`: the visitor's own mute, `track.enabled`.
 * `recover`: the visitor pressed the browser's own element; its answer carries this number, and nothing is to be opened.
 * `copy`: "" is the address of this page.
 * @typedef {{ effect: 'read_permission', kind: Capability }
 * | { effect: 'watch_permission', kind: Capability, poll_ms: number }
 * | { effect: 'open', request: number, kinds: MediaKind[], devices: MediaKind[] }
 * | { effect: 'close', request: number, kinds: MediaKind[] }
 * | { effect: 'enable', kinds: MediaKind[], on: boolean }
 * | { effect: 'set_timer', timer: Timer, ms: number }
 * | { effect: 'cancel_timer', timer: Timer }
 * | { effect: 'watch_level', on: boolean, behind_mute: boolean }
 * | { effect: 'watch_frames', on: boolean }
 * | { effect: 'media_session', on: boolean, microphone: boolean, camera: boolean }
 * | { effect: 'remember', kind: MediaKind, asked: boolean, dismissals: number, ignores: number }
 * | { effect: 'open_chat' | 'close_chat', transcript: 'kept' }
 * | { effect: 'announce', title: Title, urgency: Urgency }
 * | { effect: 'tell_host', event: HostEvent, detail: Record<string, unknown> }
 * | { effect: 'log', level: LogLevel, text_id: string, detail: VerdictDetail }
 * | { effect: 'recover', request: number, kinds: MediaKind[] }
 * | { effect: 'open_link', url: string }
 * | { effect: 'leave_app', way: WayOut }
 * | { effect: 'copy', text: string }
 * | { effect: 'open_tab' | 'reload' | 'resume_audio' | 'request_notifications' }} Effect */

/** What one verdict rests on, for the console and for `earshot-verdict`. `evidence`: clue ids, strongest first.
 * @typedef {{ kind: Capability, cause: Cause, confidence: Confidence, alternatives: Cause[], evidence: string[],
 *   permission: Permission, error: string }} VerdictDetail */

// ---- answers ---------------------------------------------------------------------------------------------------------

/** @typedef {{ orb: Orb, title: Title, steps: Step[], actions: Action[], picture: Picture, pointer: Pointer,
 *   microphone: Medium, camera: Medium, notifications: Notice, kind: Capability | '', recovery: Recovery, link: string,
 *   address: string, browser: Browser, support: string }} View  `actions[0]` is the obvious next one; `orb` is the orb itself.
 * `kind`: whose trouble is explained. `recovery`: the element to draw for the action `recover`. `link`: where `open_settings`
 * leads. `address`: of the browser's own settings, to be typed. `browser`: whose name the words use. `support`: the site's own
 * page about this trouble. */
/** @typedef {{ cause: Cause, confidence: Confidence, alternatives: Cause[], evidence: string[] }} Verdict */
/** `tracks`: all that the core holds. Like `view` and `verdict`, there when it changed.
 * @typedef {{ t?: number, tracks?: number[], effects: Effect[], view?: View,
 *   verdict?: { microphone: Verdict, camera: Verdict, notifications?: Verdict }, refused?: undefined }
 * | { t?: number, refused: string }} Answer */

/** @typedef {{ transport: 'host' | 'websocket' | 'http' | 'post_message' | 'none', url: string, origin: string, keep: boolean,
 *   links: ChatLink[] }} ChatConfig  `none`: there are only the links. */
/** The site's configuration after `configure` filled in defaults.
 * @typedef {{ media: MediaKind[], chat: ChatConfig, log: 'verdicts' | 'silent',
 *   language: string, position: 'bottom-right' | 'bottom-left' | 'inline', theme: 'auto' | 'light' | 'dark',
 *   texts: Record<string, Record<string, string>>, mode: 'provide' | 'guard', notifications: boolean, remember: boolean,
 *   media_session: boolean, hear_while_muted: boolean, company: string, support: Partial<Record<Cause | 'default', string>>,
 *   actions: { hide: Action[], order: Action[] }, instructions: Partial<Record<Cause | 'default', string>> }} Config */
/** @typedef {{ path: string, problem: string, expected: string, nearest?: string }} ConfigProblem  `path`: a JSON Pointer. */

/** The Embind class of wasm/boundary/bindings.cpp: JSON text in, JSON text out. The owner calls `delete()`.
 * `configure` answers `{"config":Config,"problems":ConfigProblem[]}`; `dispatch` answers an Answer.
 * @typedef {{ configure: (json: string) => string, dispatch: (line: string) => string, delete: () => void }} Core */

/** What the far side is told, whenever it changes: docs/far-side.md. `heard`, `seen`: somebody at the other end could.
 * @typedef {{ earshot: 1, state: Orb, heard: boolean, seen: boolean, texting: boolean,
 *   microphone: { state: Medium, cause: Cause }, camera: { state: Medium, cause: Cause }, instructions: string }} FarSideMessage
 * `instructions`: the site's own words for a voice agent about this trouble, or "". */

// ---- between the glue and the widget --------------------------------------------------------------------------------

/** One chat message as a transport carries it. `id`: ours for what the visitor writes; a transport may leave out all but `text`.
 * `at`: ms since 1970. `seq`: the number that the server gave it, from 1 without gaps: it is the order.
 * @typedef {{ text: string, id?: string, from?: 'visitor' | 'agent', name?: string, at?: number, seq?: number }} ChatMessage */
/** The way text travels. A host may give its own as `element.chatTransport`. What `send` gives back is waited for, and what it throws
 * is a message that failed. Without `onState` it counts as open once it was opened. `destination`: names who it writes to.
 * Unsent text goes only to a transport with the same name; without a name, to another object only when the visitor presses.
 * @typedef {{ open: () => void, send: (message: ChatMessage & { id: string, from: 'visitor' }) => unknown, close: () => void,
 *   onMessage: (receive: (message: ChatMessage) => void) => void,
 *   onState?: (report: (state: ChatState) => void) => void, destination?: string }} ChatTransport */

/** One message of the transcript. Never changed: a new status is a new object in its place. `old`: shown before a reload of the page
 * already, so not news any more.
 * @typedef {Readonly<{ id: string, from: 'visitor' | 'agent', name: string, text: string, at: number,
 *   status: 'sending' | 'sent' | 'failed' | 'received', seq: number, session: string, old: boolean }>} ChatEntry */
/** What an element holds for one destination. `draft`: missing until it is read from the tab.
 * @typedef {{ entries: ChatEntry[], draft?: string }} ChatMemory */
/** The last resort, where no chat can be had: a contact form, `tel:`, `mailto:`.
 * @typedef {{ href: string, text: string }} ChatLink */
/** The one conversation of an element, as the widget sees it. `typing`: the other side is. `send`: false where there was nothing to send
 * or it is too long; what was written stays a draft then. `onChange`: anything of this changed; answers with a way to stop listening.
 * `open`: connects, or tries again at once.
 * @typedef {{ entries: () => readonly ChatEntry[], state: () => ChatState, typing: () => boolean, draft: () => string,
 *   setDraft: (text: string) => void, send: (text: string) => boolean, retry: (id: string) => void, setTyping: (on: boolean) => void,
 *   links: () => readonly ChatLink[], onChange: (listener: () => void) => () => void, open: () => void, able: () => boolean }} Conversation
 * `able`: there is somebody to write to. */
/** Why there is no voice, for whoever answers in writing. `core_unavailable`: nothing could be found out.
 * @typedef {{ kind: Capability, cause: Cause | 'core_unavailable' }} ChatReason */

/** The frames of docs/chat-protocol.md, version 1.
 * @typedef {{ type: 'hello', earshot: 1, session: string, token: string, after: number, reason: ChatReason | null }
 * | { type: 'message', id: string, text: string }
 * | { type: 'typing', on: boolean }
 * | { type: 'ping' }} VisitorFrame
 * @typedef {{ type: 'welcome', session: string, token: string, seq: number, resumed: boolean }
 * | { type: 'message', id: string, seq: number, at: number, from: 'visitor' | 'agent', name: string, text: string }
 * | { type: 'ack', id: string, seq: number, at: number }
 * | { type: 'typing', on: boolean }
 * | { type: 'pong' }
 * | { type: 'refused', code: string, id: string, retry_ms: number, text: string }} ServerFrame */

/** What a session needs of the element. All of it is drawing; none of it decides.
 * @typedef {{
 *   render: (view: View) => void,
 *   announce: (title: Title, urgency: Urgency) => void,
 *   applyConfig: (config: Config) => void,
 *   setLevel: (level: number) => void,
 *   connectChat: (conversation: Conversation) => void,
 *   openChat: (conversation: Conversation) => void,
 *   closeChat: () => void,
 *   showPlain: (label: 'core_unavailable', conversation: Conversation) => View,
 *   pressLapsed: () => void,
 *   tell: (event: string, detail: Record<string, unknown>) => void,
 *   readConfig: () => string,
 *   placeRecovery: (element: HTMLElement | null) => void,
 *   copied: (ok: boolean) => void,
 *   wordsOf: (view: View) => { title: string, steps: string[] },
 *   fill: (text: string, view: View) => string,
 *   chatTransport: ChatTransport | null,
 *   chats: Map<string | ChatTransport, ChatMemory>,
 * }} Page  `setLevel`: 0 (silence) to 1. `readConfig`: JSON text as the site wrote it. `tell`: dispatches `earshot-<event>`.
 *   `showPlain`: no core can run here; show the sentence and the text chat, and say what is drawn. `pressLapsed`: a press that waited for
 *   the core does not count any more; offer it again. `placeRecovery`: the browser's own element for the view
 *   that follows, or none. `copied`: what was to be copied is in the clipboard, or could not be. `wordsOf`, `fill`: what the visitor
 *   reads now, and a text with its placeholders filled, for a voice agent.
 *   `connectChat`: this is the conversation from now on; what comes while its panel is closed is counted. `openChat`: shows the panel.
 *   `chats`: what was written, by the destination's name, or by the transport object where it has none. It lives as long as the element,
 *   through every session. */

/** What an element holds of its running loop. `dispatch` keeps facts until the core is ready. `trace`: the run so far as
 * JSON lines.
 * @typedef {{ dispatch: (fact: Fact) => void, trace: () => string, stream: () => MediaStream | null,
 *   send: (fact: Record<string, unknown>) => Answer | null, stop: () => void, attach: (stream: MediaStream) => void,
 *   detach: () => void, play: (media: HTMLMediaElement) => void,
 *   reportNetwork: (result: { udp: boolean, relay: boolean, server_reflexive: boolean, elapsed_ms?: number }) => void,
 *   message: () => FarSideMessage | null, languages: readonly string[],
 *   receiveChat: (message: string | ChatMessage) => void }} Session  `send`: any fact, as the playground needs; answers with what the core
 * said. `languages`: the browser's own, best first. `attach`: guard mode, the host's own stream. `play`: the far side's sound.
 * `receiveChat`: the host page itself answers the visitor. */

export {};
