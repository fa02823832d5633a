// Which sentences to show. English is built in, so that there are always words.
/** @import { Config } from '../js-glue/contract.js' */
import english from './texts/en.json' with { type: 'json' };

/** @typedef {keyof typeof english} TextId */
/** @typedef {Record<TextId, string>} Texts */

/**
 * The site's own sentences win, key by key; "de-AT" may build on "de"; what is left is English.
 * @param {Pick<Config, 'language' | 'texts'>} config  `language` "" or "auto": the page's own.
 * @param {string} pageLanguage  The nearest `lang` attribute.
 * @returns {{ language: string, texts: Texts }}
 */
export function chooseTexts(config, pageLanguage) {
  const set = config.language && config.language !== 'auto' ? config.language : pageLanguage;
  const wanted = set.toLowerCase();
  const lines = Object.entries(config.texts ?? {});
  /** @param {string} tag */
  const written = (tag) => lines.filter(([language]) => language.toLowerCase() === tag).map(([, texts]) => texts);
  const own = [...new Set([wanted.split('-')[0], wanted])].flatMap(written);
  return {
    language: own.length > 0 ? set : 'en',
    texts: Object.assign({}, english, ...written('en'), ...own),
  };
}

export const ENGLISH = chooseTexts({ language: 'en', texts: {} }, 'en');
