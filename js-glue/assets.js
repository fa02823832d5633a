// Where our own files are: where the page says, or beside the script; and what they must be. Evaluated while the script runs, as the
// page knows only then which script that is.
import { bundledWasm } from './bundled-wasm.js';
import { unclobbered } from './unclobbered.js';

const page = typeof document === 'object' ? unclobbered(document) : null;

/** The page's scripts of this kind, and nothing else that markup may call a script: that of SVG or MathML.
 * @param {string} selector @param {(script: HTMLScriptElement) => unknown} [fits] */
export const findScript = (selector, fits = () => true) =>
  /** @type {HTMLScriptElement | undefined} */ (
    [...(page?.querySelectorAll(`script${selector}`) ?? [])].find(
      (each) => each instanceof HTMLScriptElement && fits(each),
    )
  );

/** `src`, `href` of a drawing, or where a loader has put the address meanwhile: `data-src`. @param {HTMLOrSVGScriptElement} script */
const addressOf = (script) =>
  [...script.attributes].find(({ name }) => /(src|href)$/.test(name))?.value ?? '';

/** @param {HTMLOrSVGScriptElement} script */
const isOwn = (script) => script.dataset.config || /earshot[^/]*$/.test(addressOf(script));

const current = page?.currentScript;
/** A module has no tag, and where a loader evaluates the text, or it is one file with others, the tag is that of another. */
export const ownTag = (current && isOwn(current) ? current : findScript('', isOwn)) ?? current;

const stated = findScript('[data-earshot-base]')?.dataset.earshotBase;
const base = new URL(
  stated ?? ((!import.meta.bundled && import.meta.url) || (ownTag ? addressOf(ownTag) : '')),
  page?.baseURI ?? 'file:',
).href;

/** @param {string} file */
export const assetUrl = (file) =>
  (import.meta.bundled && file.endsWith('.wasm') && bundledWasm()) || new URL(file, base).href;

/** How a script of ours is loaded. A module does not know its tag; any nonce of the page is as good as its own. */
export const scriptRights = () => ({
  nonce: ownTag?.nonce || findScript('[nonce]')?.nonce || '',
  strict: !!ownTag?.getAttribute('integrity'),
});

// Baked in by script/bundle.mjs. A hash also keeps a cached old core from meeting a new script.
export const WASM_INTEGRITY = typeof EARSHOT_WASM_INTEGRITY === 'string' ? EARSHOT_WASM_INTEGRITY : '';
