// What a widget is drawn with, as the site wrote it, before the core has checked anything: one that a site wants at the left must not
// appear at the right first. Nothing is reported: what is not understood has its default, and the core says what is wrong with it.
/** @import { Furniture } from './config.js' */

/** @param {string} text @returns {unknown} undefined: no JSON. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {unknown} value @returns {Record<string, unknown>} */
export const members = (value) =>
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

/** @param {unknown} json @returns {Furniture} */
export function furnitureOf(json) {
  const { position, theme, language, texts, company, loading, launcher } = members(json);
  return {
    position: position === 'bottom-left' || position === 'inline' ? position : 'bottom-right',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    language: string(language),
    texts: Object.fromEntries(
      Object.entries(members(texts)).map(([tag, lines]) => [tag, sentencesIn(lines)]),
    ),
    company: string(company),
    launcher: launcher === 'orb' || launcher === 'bar' ? launcher : 'auto',
    loading: loading === 'idle' || loading === 'press' ? loading : 'eager',
  };
}
