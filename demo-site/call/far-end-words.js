// What the practice says when it cannot hear or see the caller: one sentence for what the caller's end reports.
// The message is described in docs/far-end.md. A site writes its own sentences; this table shows how few it takes.
/** @import { Cause, FarEndMessage } from '../../widget/earshot.js' */

/** @typedef {'fine' | 'unsaid' | 'blocked' | 'question' | 'waiting' | 'system' | 'manager' | 'site' | 'page' | 'missing' | 'busy' | 'held' | 'silent' | 'quiet'
 *   | 'muted' | 'frozen' | 'starting' | 'network' | 'output' | 'reload'} Group */

/** @type {Record<Group, Cause[]>} */
export const GROUPS = {
  fine: ['none', 'default_changed'],
  blocked: [
    'denied',
    'blocked_for_site',
    'blocked_temporarily',
    'default_block',
    'embargoed',
    'abuse_block',
    'revoked',
    'stripped',
  ],
  question: [
    'dismissed',
    'prompt_ignored',
    'prompt_cancelled',
    'request_held',
    'gesture_needed',
    'reset',
    'grant_expired',
  ],
  waiting: ['no_answer'],
  system: ['blocked_by_system', 'system_switched_off', 'app_not_permitted'],
  manager: ['managed_policy'],
  site: ['off_by_site'],
  page: [
    'api_missing',
    'insecure_page',
    'frame_not_delegated',
    'policy_header',
    'opaque_origin',
    'audio_session_clash',
    'page_inactive',
  ],
  missing: ['no_device', 'device_removed', 'chosen_device_gone', 'constraint_unmet'],
  busy: ['device_busy', 'device_failed', 'second_microphone', 'taken'],
  held: ['interrupted', 'muted_by_browser', 'backgrounded', 'slept', 'frozen'],
  silent: ['silent', 'no_output', 'hardware_muted', 'virtual_device', 'wrong_device', 'capture_dead'],
  quiet: ['low_level'],
  muted: ['speaking_while_muted'],
  frozen: ['camera_frozen'],
  starting: ['camera_not_started'],
  network: ['network_blocked'],
  output: ['output_blocked'],
  reload: ['reload_needed', 'browser_restart_needed'],
  unsaid: ['camera_lost', 'unknown'],
};
const groups = /** @type {[Group, Cause[]][]} */ (Object.entries(GROUPS));
/** A cause from a later version of the widget is `unsaid`. @param {Cause} cause */
const groupOf = (cause) => groups.find(([, causes]) => causes.includes(cause))?.[0] ?? 'unsaid';

const WRITE = 'You can write to me.';

/** Why nothing is heard. @type {Partial<Record<Group, string>>} */
const NOT_HEARD = {
  blocked: 'your microphone is blocked',
  question: 'your browser wants to ask about the microphone first',
  waiting: 'your browser gives no answer about the microphone',
  system: 'your device keeps the microphone from your browser',
  manager: 'your organisation seems to have turned the microphone off',
  site: 'your microphone is turned off on this page',
  page: 'this page cannot use a microphone',
  missing: 'no microphone is connected',
  busy: 'another app seems to be using your microphone',
  held: 'your microphone is on hold',
  silent: 'your microphone is on, but no sound comes from it',
  network: 'your network does not let the call through',
  reload: 'your microphone is allowed, but the page has to be loaded again',
};

/** Why nothing is seen. The voice goes on: no word about writing. @type {Partial<Record<Group, string>>} */
const NOT_SEEN = {
  blocked: 'your camera is blocked',
  question: 'your browser wants to ask about the camera first',
  waiting: 'your browser gives no answer about the camera',
  system: 'your device keeps the camera from your browser',
  manager: 'your organisation seems to have turned the camera off',
  site: 'your camera is turned off on this page',
  page: 'this page cannot use a camera',
  missing: 'no camera is connected',
  busy: 'another app seems to be using your camera',
  held: 'your camera is on hold',
  frozen: 'your picture stands still',
  starting: 'your camera has not sent a picture yet',
  reload: 'your camera is allowed, but the page has to be loaded again',
};

/** @param {string} trouble @param {string | undefined} why @param {string} [after] */
const sentence = (trouble, why, after = '') =>
  [`${trouble}${why ? `: ${why}` : ' right now'}.`, after].join(' ').trim();

/** @param {FarEndMessage} message */
function soundWords({ state: place, heard, microphone: { state, cause } }) {
  const group = groupOf(cause);
  if (state === 'live' && group === 'output')
    return 'I hear you. If you do not hear me, press “Play the sound”.';
  if (state === 'live' && group === 'quiet') return 'I hear you, but very quietly.';
  if (heard) return '';
  // A track that the system muted is `muted` too, with its cause.
  if (state === 'muted' && group === 'muted') return 'You seem to be talking, but you are muted.';
  if (state === 'muted' && group === 'fine') return 'You are muted. I am listening as soon as you are back.';
  if (state === 'asking' && place === 'interrupted') return 'One moment: your microphone is coming back.';
  if (state === 'asking')
    return place === 'asking' ? 'I am here. Your browser is asking for your microphone.' : '';
  if (state === 'off' || (state === 'live' && group === 'fine')) return ''; // nothing tried yet, or the first moment of a track
  return sentence('I can’t hear you', NOT_HEARD[group], WRITE);
}

/** @param {FarEndMessage} message */
function pictureWords({ seen, camera: { state, cause } }) {
  const group = groupOf(cause);
  if (seen || state === 'off' || (state === 'muted' && group === 'fine')) return '';
  if (state === 'asking') return 'Your browser is asking for your camera.';
  return state === 'live' && group === 'fine' ? '' : sentence('I can’t see you', NOT_SEEN[group]);
}

/** @param {FarEndMessage} message @returns {{ sound: string, picture: string }}  Empty: nothing to say. */
export function farEndWords(message) {
  if (message.texting) return { sound: 'I read what you write, and answer in the chat.', picture: '' };
  if (['starting', 'idle', 'ended'].includes(message.state)) return { sound: '', picture: '' };
  return { sound: soundWords(message), picture: pictureWords(message) };
}
