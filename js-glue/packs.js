// The sentences of other languages, each in a file of its own.
import { assetUrl } from './assets.js';
import { PACKS } from './bundled-parts.js';
import { sentences } from './owner/owner.js';
import { hashIn } from './hash-in.js';
import { inTime } from './in-time.js';

/** Baked in by script/bundle.mjs. */
const TEXTS_INTEGRITY = typeof EARSHOT_TEXTS_INTEGRITY === 'string' ? EARSHOT_TEXTS_INTEGRITY : '';

/** @param {string} url @param {Response} [response]  Where something answered. @returns {null} */
function missing(url, response) {
  sentences.load().then(
    ({ missingPackBlock }) => console.warn(missingPackBlock(url, response)),
    () => console.warn(`[Earshot] No ${url}: visitors read English.`),
  );
  return null;
}

/** @param {string} language */
function fetchPack(language) {
  const url = assetUrl(`texts/${language}.json`);
  const pack = packAt(url, hashIn(TEXTS_INTEGRITY, language));
  inTime(pack).catch(() => missing(url));
  return pack;
}

/** @param {string} url @param {string} integrity */
async function packAt(url, integrity) {
  /** @type {Response | undefined} */
  let response;
  try {
    response = await fetch(url, { integrity, credentials: 'omit' });
    if (response.ok) return /** @type {Record<string, string>} */ (await response.json());
  } catch {
    // Integrity and network failures look alike. Without the integrity, only the second one remains.
    response ??= await fetch(url, { credentials: 'omit' }).catch(() => undefined);
  }
  return missing(url, response);
}

/** In a bundle. @param {string} language */
const importPack = async (language) =>
  PACKS[language]?.().then(
    (pack) => pack.default,
    () => missing(`texts/${language}.mjs`),
  ) ?? null;

/** @type {Map<string, ReturnType<typeof fetchPack>>} */
const packs = new Map();

/** The sentences in another language, fetched once for all widgets of the page; null where they cannot be had.
 * @param {string} language  One of the files in widget/texts. */
export function loadPack(language) {
  const pack = packs.get(language) ?? (import.meta.bundled ? importPack : fetchPack)(language);
  packs.set(language, pack);
  return pack;
}
