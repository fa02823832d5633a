// Which language to speak, and whose sentences win. The sentences themselves stand in texts.js and in the packs.
/** @import { Config } from '../js-glue/config.js' */

/** @typedef {Partial<Record<string, Record<string, string>>>} Packs  Those that are here, by their language. */

/** The files in texts/. */
export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'pt-BR', 'zh-Hans'];

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/i;
const SIMPLIFIED = /^zh(-(hans|cn|sg|my)\b|$)/i;

/** @param {string} tag @returns {'ltr' | 'rtl'} */
export const directionOf = (tag) => (RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr');

/** "de" of "de-AT". @param {string} tag */
export const baseOf = (tag) => tag.toLowerCase().replace(/-.*/s, '');

/** The pack for a tag: "de-AT" is German, "pt" Brazilian, "zh-CN" simplified Chinese. @param {string} tag */
function packOf(tag) {
  if (/^zh\b/i.test(tag)) return SIMPLIFIED.test(tag) ? 'zh-Hans' : '';
  return LANGUAGES.find((language) => baseOf(language) === baseOf(tag)) ?? '';
}

/**
 * The site's own sentences win, key by key; "de-AT" may build on "de"; what is left is the pack's, or English.
 * @param {Pick<Config, 'language' | 'texts'>} config  `language` "", or "auto": the page's own, else the visitor's. "visitor": the visitor's.
 * @param {{ page: string, visitor: readonly string[] }} wishes  The nearest `lang`, and the browser's languages, best first.
 * @template {Record<string, string>} Texts
 * @param {{ english: Texts, packs?: Packs }} sentences
 * @returns {{ language: string, direction: 'ltr' | 'rtl', texts: Texts, missing: string }}  `missing`: the pack to fetch, or "".
 */
export function chooseTexts({ language, texts = {} }, { page, visitor }, { english, packs = {} }) {
  const lines = Object.entries(texts);
  /** @param {string} tag */
  const written = (tag) =>
    lines.filter(([each]) => each.toLowerCase() === tag.toLowerCase()).map(([, own]) => own);
  /** @param {string} tag */
  const ownOf = (tag) => [baseOf(tag), packOf(tag), tag].filter(Boolean).flatMap(written);

  const fixed = !['', 'auto', 'visitor'].includes(language);
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

/** This sentence is English, and those of the language that is wanted are on their way: rather none than those of a third one.
 * @template {string} Id @param {{ texts: Record<Id, string>, missing: string }} words @param {Record<Id, string>} english @param {Id} id */
export const isForeign = ({ texts, missing }, english, id) => missing !== '' && texts[id] === english[id];
