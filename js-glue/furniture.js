// What a widget is drawn with, as the site wrote it, before the core has checked anything: one that a site wants at the left must not
// appear at the right first. Nothing is reported: what is not understood has its default, and the core says what is wrong with it.
/** @import { Furniture } from './config.js' */
import { tried } from './tried.js';

/** @param {unknown} config  JSON text, or what a site has made of it. @returns {unknown} undefined: no JSON. */
export const parsed = (config) => tried(() => (typeof config === 'string' ? JSON.parse(config) : config));

/** Its own; scripts of a page may have given every object more. @param {unknown} value @returns {Record<string, unknown>} */
export const members = (value) => ({
  __proto__: null,
  ...(typeof value !== 'string' && /** @type {object} */ (value)),
});

/** @param {unknown} value */
export const string = (value) => (typeof value === 'string' ? value : '');

/** @param {unknown} lines @returns {Record<string, string>} */
const sentencesIn = (lines) =>
  Object.fromEntries(
    /** @type {[string, string][]} */ (
      Object.entries(members(lines)).filter(([, line]) => typeof line === 'string')
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
