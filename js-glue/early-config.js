// What may be read of the site's configuration before the core has checked it: a chat must work where no core can be had. It is
// parsed here, once.
/** @import { EarlyConfig, Written } from './config.js' */
import { furnitureOf, members, parsed } from './furniture.js';
import { toJson, wellFormed } from './own-json.js';

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

/** As a sign, or as JSON may write it. */
const HALF = /[\ud800-\udfff]|\\u[dD][89a-fA-F]/u;

/** Where a text is cut in the middle of a character, as `slice` does with an emoji. @param {unknown} value @param {string} path @returns {string[]} */
function halvesIn(value, path) {
  if (typeof value === 'string') return wellFormed(value) === value ? [] : [path];
  return Object.entries(members(value)).flatMap(([name, member]) => [
    ...(wellFormed(name) === name ? [] : [path || '/']),
    ...halvesIn(member, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  ]);
}

/** @param {string} text  As the site wrote it. @returns {Written} */
export function readWritten(text) {
  const json = parsed(text);
  const halves = json !== undefined && HALF.test(text) ? halvesIn(json, '') : [];
  // The core takes no half characters, and the rest is not to be lost for one.
  return { text: halves.length > 0 ? (toJson(json) ?? text) : text, json, early: early(json), halves };
}
