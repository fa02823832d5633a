// What may be read of the site's configuration before the core has checked it: a chat must work where no core can be had. It is
// parsed here, once.
/** @import { EarlyConfig, Written } from './config.js' */
import { furnitureOf, members, parsed } from './furniture.js';
import { toJson } from './own-json.js';

/** @param {unknown} json @returns {EarlyConfig} */
function early(json) {
  const { media, mode, chat, log, remember } = members(json);
  return {
    ...furnitureOf(json),
    media: Array.isArray(media) && media.includes('camera') ? ['microphone', 'camera'] : ['microphone'],
    mode: mode === 'guard' ? mode : 'provide',
    chat,
    log: log === 'silent' ? log : 'verdicts',
    remember: remember === true,
  };
}

/** As a sign, or as JSON may write it: the core takes none, and the rest of a configuration is not to be lost for one. */
const HALF = /[\ud800-\udfff]|\\u[dD][89a-fA-F]/u;

/** @param {string} text  As the site wrote it. @returns {Written} */
export function readWritten(text) {
  const json = parsed(text);
  const whole = (HALF.test(text) && toJson(json)) || text;
  return { text: whole, json, early: early(json), halves: whole !== text && whole.includes('\ufffd') };
}
