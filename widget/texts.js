// The sentences. English is built in, so that there are always words; the other packs are fetched when they are wanted.
/** @import { Config } from '../js-glue/config.js' */
/** @import { Packs } from './languages.js' */
import { chooseTexts as choose } from './languages.js';
import english from './texts/en.json' with { type: 'json' };

/** @typedef {keyof typeof english} TextId */
/** @typedef {Record<TextId, string>} Texts */
/** @typedef {{ language: string, direction: 'ltr' | 'rtl', texts: Texts, missing: string }} Words  `missing`: the pack to fetch, or "". */

/**
 * @param {Pick<Config, 'language' | 'texts'>} config
 * @param {{ page: string, visitor: readonly string[] }} wishes
 * @param {Packs} [packs]
 * @returns {Words}
 */
export const chooseTexts = (config, wishes, packs = {}) => choose(config, wishes, { english, packs });

/** English that comes with a part: script/bundle.mjs leaves what only that part shows to it. @param {Partial<Texts>} more */
export const learn = (more) => void Object.assign(english, more);

export const ENGLISH = chooseTexts({ language: 'en', texts: {} }, { page: 'en', visitor: [] });
