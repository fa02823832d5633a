// What may be read of the site's configuration before the core has checked it: a chat must work where no core can be had. It is
// parsed here, once.
/** @import { EarlyConfig, Written } from './config.js' */
import { furnitureOf, members, parsed } from './furniture.js';

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

/** @param {string} text  As the site wrote it. @returns {Written} */
export function readWritten(text) {
  const json = parsed(text);
  return { text, json, early: early(json) };
}
