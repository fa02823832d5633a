// Where our own files are: beside the script, and nowhere else. What they must be, and the sentences among them. Evaluated while the script runs, as the page knows only
// then which script that is.
import { PACKS, bundledWasm } from './bundled-files.js';
import { missingPackBlock } from './owner/missing-pack.js';
import { unclobbered } from './unclobbered.js';

const page = typeof document === 'object' ? unclobbered(document) : null;
const own = page?.currentScript;

/** @param {HTMLOrSVGScriptElement} script */
const addressOf = (script) =>
  'src' in script ? script.src : new URL(script.href.baseVal, script.baseURI).href;

const base = (own && addressOf(own)) || (!import.meta.bundled && import.meta.url) || page?.baseURI || '';

/** @param {string} file */
export const assetUrl = (file) =>
  (import.meta.bundled && file.endsWith('.wasm') && bundledWasm()) || new URL(file, base).href;

/** The page's scripts of this kind, and nothing else that markup may call a script: that of SVG or MathML. @param {string} selector */
export const findScript = (selector) =>
  [...(page?.querySelectorAll(`script${selector}`) ?? [])].find((each) => each instanceof HTMLScriptElement);

/** A module does not know its tag; any nonce of the page is as good as its own. */
export const scriptNonce = () => own?.nonce || findScript('[nonce]')?.nonce || '';

// Baked in by script/bundle.mjs. A hash also keeps a cached old core from meeting a new script.
export const WASM_INTEGRITY = typeof EARSHOT_WASM_INTEGRITY === 'string' ? EARSHOT_WASM_INTEGRITY : '';
export const SCRIPT_INTEGRITY = typeof EARSHOT_SCRIPT_INTEGRITY === 'string' ? EARSHOT_SCRIPT_INTEGRITY : '';
/** Of the packs of sentences. */
const TEXTS_INTEGRITY = typeof EARSHOT_TEXTS_INTEGRITY === 'string' ? EARSHOT_TEXTS_INTEGRITY.split(' ') : [];

/** @param {string} language */
async function fetchPack(language) {
  const url = assetUrl(`texts/${language}.json`);
  const integrity =
    TEXTS_INTEGRITY.find((each) => each.startsWith(`${language}:`))?.slice(language.length + 1) ?? '';
  /** @type {Response | undefined} */
  let response;
  try {
    response = await fetch(url, { integrity, credentials: 'omit' });
    if (response.ok) return /** @type {Record<string, string>} */ (await response.json());
  } catch {
    // Integrity and network failures look alike. Without the integrity, only the second one remains.
    response ??= await fetch(url, { credentials: 'omit' }).catch(() => undefined);
  }
  console.warn(missingPackBlock(url, response));
  return null;
}

/** In a bundle. @param {string} language */
const importPack = async (language) =>
  PACKS[language]?.().then(
    (pack) => pack.default,
    () => (console.warn(missingPackBlock(`texts/${language}.mjs`, undefined)), null),
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
