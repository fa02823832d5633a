// Placeholders in sentences: {host} {browser} {device} {company} {address}. Every other {…} stays as it is written.
/** @import { View } from '../js-glue/answers.js' */
/** @import { Browser } from '../js-glue/words.js' */
/** @import { Texts } from './texts.js' */

/** @typedef {'host' | 'browser' | 'device' | 'company' | 'address'} Placeholder */
/** @typedef {Record<Placeholder, string>} Values */
/** A sentence in parts: what is filled in has its name, so that it can be set apart. @typedef {(string | { name: Placeholder, value: string })[]} Pieces */

/** Brands are the same in every language. @type {Partial<Record<Browser, string>>} */
const BRANDS = {
  chrome: 'Chrome',
  edge: 'Edge',
  brave: 'Brave',
  opera: 'Opera',
  vivaldi: 'Vivaldi',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  safari: 'Safari',
};

/**
 * @param {Pick<View, 'browser' | 'kind' | 'address'>} view
 * @param {Texts} texts
 * @param {{ host: string, company: string }} site
 * @returns {Values}
 */
export const valuesOf = ({ browser, kind, address }, texts, { host, company }) => ({
  host,
  browser: BRANDS[browser] ?? texts.label_browser,
  device: kind === 'camera' ? texts.label_camera : texts.label_microphone,
  company: company || host,
  address,
});

/** What was filled in is never read again, so a site's name may look like a placeholder. @param {string} text @param {Values} values @returns {Pieces} */
export function fillPieces(text, values) {
  return text
    .split(/\{(host|browser|device|company|address)\}/)
    .map((part, at) => {
      if (at % 2 === 0) return part;
      const name = /** @type {Placeholder} */ (part);
      return { name, value: values[name] };
    })
    .filter((piece) => piece !== '');
}

/** @param {Pieces} pieces */
export const textOf = (pieces) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.value)).join('');

/** @param {string} text @param {Values} values */
export const fill = (text, values) => textOf(fillPieces(text, values));
