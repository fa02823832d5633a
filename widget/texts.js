// Which sentences to show, and in which language. English is built in, so that there are always words; the other packs are
// fetched when they are wanted.
/** @import { Config } from '../js-glue/config.js' */
import english from './texts/en.json' with { type: 'json' };

/** @typedef {keyof typeof english} TextId */
/** @typedef {Record<TextId, string>} Texts */
/** @typedef {Partial<Record<string, Record<string, string>>>} Packs  Those that are here, by their language. */
/** @typedef {{ language: string, direction: 'ltr' | 'rtl', texts: Texts, missing: string }} Words  `missing`: the pack to fetch, or "". */

/** The files in texts/. */
export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'pt-BR', 'zh-Hans'];

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/i;
const SIMPLIFIED = /^zh(-(hans|cn|sg|my)\b|$)/i;

/** @param {string} tag @returns {'ltr' | 'rtl'} */
export const directionOf = (tag) => (RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr');

/** "de" of "de-AT". @param {string} tag */
const baseOf = (tag) => tag.toLowerCase().replace(/-.*/s, '');

/** How this visitor writes times and numbers in that language: "en-GB" where we say "en". @param {string} language @param {readonly string[]} visitor */
export const localeOf = (language, visitor) =>
  visitor.find((each) => baseOf(each) === baseOf(language)) ?? language;

/** The pack for a tag: "de-AT" is German, "pt" Brazilian, "zh-CN" simplified Chinese. @param {string} tag */
function packOf(tag) {
  if (/^zh\b/i.test(tag)) return SIMPLIFIED.test(tag) ? 'zh-Hans' : '';
  return LANGUAGES.find((language) => baseOf(language) === baseOf(tag)) ?? '';
}

/**
 * The site's own sentences win, key by key; "de-AT" may build on "de"; what is left is the pack's, or English.
 * @param {Pick<Config, 'language' | 'texts'>} config  `language` "", or "auto": the page's own, else the visitor's. "visitor": the visitor's.
 * @param {{ page: string, visitor: readonly string[] }} wishes  The nearest `lang`, and the browser's languages, best first.
 * @param {Packs} [packs]
 * @returns {Words}
 */
export function chooseTexts({ language, texts = {} }, { page, visitor }, packs = {}) {
  const lines = Object.entries(texts);
  /** @param {string} tag */
  const written = (tag) =>
    lines.filter(([each]) => each.toLowerCase() === tag.toLowerCase()).map(([, own]) => own);
  /** @param {string} tag */
  const ownOf = (tag) =>
    [...new Set([baseOf(tag), packOf(tag), tag].map((each) => each.toLowerCase()))]
      .filter(Boolean)
      .flatMap(written);

  const fixed = language !== '' && language !== 'auto' && language !== 'visitor';
  const wanted = (fixed ? [language] : language === 'visitor' ? [...visitor] : [page, ...visitor]).filter(
    Boolean,
  );
  // Traditional Chinese has no pack: simplified characters are for those whose browser names no other language that we have.
  const tag =
    wanted.find((each) => packOf(each) || ownOf(each).length > 0) ??
    wanted.find((each) => /^zh\b/i.test(each)) ??
    'en';
  const pack = packOf(tag) || (/^zh\b/i.test(tag) ? 'zh-Hans' : '');
  const own = ownOf(tag);
  const missing = pack !== '' && pack !== 'en' && !packs[pack] ? pack : '';
  const here = Object.keys(packs[pack] ?? {}).length > 0; // one that could not be fetched is empty
  const shown = own.length > 0 ? tag : here ? pack : 'en';
  return {
    language: shown,
    direction: directionOf(shown),
    texts: Object.assign({}, english, ...written('en'), packs[pack], ...own),
    missing,
  };
}

export const ENGLISH = chooseTexts({ language: 'en', texts: {} }, { page: 'en', visitor: [] });
