// What may be read of the site's configuration before the core has checked it: a widget that a site wants
// at the left must not appear at the right first, and a chat must work where no core can be had. It is
// parsed here, once. Nothing is reported: what is not understood has its default, and the core says what is
// wrong with it.
/** @import { EarlyConfig, Written } from './config.js' */
import { chatSettings } from './chat/settings.js';

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {unknown} value @returns {Record<string, unknown>} */
const members = (value) =>
  typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};

/** @param {unknown} value */
const string = (value) => (typeof value === 'string' ? value : '');

/** @param {unknown} lines @returns {Record<string, string>} */
const sentencesIn = (lines) =>
  Object.fromEntries(
    Object.entries(members(lines)).flatMap(([id, line]) =>
      typeof line === 'string' ? [/** @type {const} */ ([id, line])] : [],
    ),
  );

/** @param {unknown} json @returns {EarlyConfig} */
function early(json) {
  const { position, theme, language, texts, company, media, mode, chat, log, remember } = members(json);
  return {
    position: position === 'bottom-left' || position === 'inline' ? position : 'bottom-right',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    language: string(language),
    texts: Object.fromEntries(
      Object.entries(members(texts)).map(([tag, lines]) => [tag, sentencesIn(lines)]),
    ),
    company: string(company),
    media: Array.isArray(media) && media.includes('camera') ? ['microphone', 'camera'] : ['microphone'],
    mode: mode === 'guard' ? mode : 'provide',
    chat: chatSettings(chat),
    log: log === 'silent' ? log : 'verdicts',
    remember: remember === true,
  };
}

/** @param {string} text  As the site wrote it. @returns {Written} */
export function readWritten(text) {
  const json = parsed(text);
  return { text, json, early: early(json) };
}
