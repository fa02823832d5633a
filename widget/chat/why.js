// Why a conversation goes on in writing: what was said about the voice just before, in fewer words.
import { inTrouble } from './trail.js';
/** @import { View } from '../../js-glue/answers.js' */
/** @import { Title } from '../../js-glue/words.js' */

/** @typedef {'chat_why_blocked' | 'chat_why_missing' | 'chat_why_other'} Why */

/** @type {Partial<Record<Title, Why>>} */
const REASONS = {
  microphone_denied: 'chat_why_blocked',
  microphone_blocked: 'chat_why_blocked',
  microphone_blocked_in_tab: 'chat_why_blocked',
  prompt_dismissed: 'chat_why_blocked',
  prompt_dismissed_twice: 'chat_why_blocked',
  blocked_for_a_week: 'chat_why_blocked',
  blocked_by_system: 'chat_why_blocked',
  blocked_by_administrator: 'chat_why_blocked',
  app_blocks_microphone: 'chat_why_blocked',
  microphone_revoked: 'chat_why_blocked',
  microphone_reset: 'chat_why_blocked',
  frame_blocked: 'chat_why_blocked',
  site_blocked_itself: 'chat_why_blocked',
  no_microphone: 'chat_why_missing',
  microphone_unplugged: 'chat_why_missing',
  microphone_busy: 'chat_why_other',
  microphone_failed: 'chat_why_other',
  microphone_stopped: 'chat_why_other',
  stopped_by_site: 'chat_why_other',
  cannot_hear_you: 'chat_why_other',
  no_output: 'chat_why_other',
  no_answer: 'chat_why_other',
  prompt_cancelled: 'chat_why_other',
  virtual_microphone: 'chat_why_other',
  microphone_interrupted: 'chat_why_other',
  microphone_switched_off: 'chat_why_other',
  page_not_secure: 'chat_why_other',
  not_supported: 'chat_why_other',
  reload_page: 'chat_why_other',
  restart_browser_first: 'chat_why_other',
};

/** What to say in the chat of this view, if there is anything to explain. @param {readonly Title[]} before  See trail.js. @param {View} view @returns {Why | null} */
export function reasonFor(before, view) {
  if (view.orb !== 'chatting' || view.title === 'chatting_voice_ready') return null;
  const last = before
    .map((title) => REASONS[title])
    .reverse()
    .find(Boolean);
  return last ?? (inTrouble(view) ? 'chat_why_other' : null);
}
