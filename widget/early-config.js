// What can be drawn before the core has checked the configuration: a widget that a site wants at the left must not appear
// at the right first. Nothing is reported here; whatever is not understood waits for the core.
/** @import { Config } from '../js-glue/config.js' */

/** @typedef {Pick<Config, 'position' | 'theme' | 'language' | 'texts' | 'company'>} Furniture */

/** @param {unknown} value @returns {Record<string, unknown>} */
const members = (value) => (typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {});

/** @param {string} json @returns {unknown} */
function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** @param {string} json @returns {Furniture} */
export function readEarly(json) {
  const { position, theme, language, texts, company } = members(parse(json));
  const sentences = Object.entries(members(texts)).map(([tag, lines]) => [
    tag, Object.fromEntries(Object.entries(members(lines)).filter(([, line]) => typeof line === 'string')),
  ]);
  return {
    position: position === 'bottom-left' || position === 'inline' ? position : 'bottom-right',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    language: typeof language === 'string' ? language : '',
    texts: Object.fromEntries(sentences),
    company: typeof company === 'string' ? company : '',
  };
}
