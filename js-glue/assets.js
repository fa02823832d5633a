// Where our own files are: beside the script, and nowhere else; and what they must be. Evaluated while the script runs, as the page
// knows only then which script that is.
import { bundledWasm } from './bundled-wasm.js';
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

/** How a script of ours is loaded. A module does not know its tag; any nonce of the page is as good as its own. */
export const scriptRights = () => ({
  nonce: own?.nonce || findScript('[nonce]')?.nonce || '',
  strict: Boolean(own?.getAttribute('integrity')),
});

// Baked in by script/bundle.mjs. A hash also keeps a cached old core from meeting a new script.
export const WASM_INTEGRITY = typeof EARSHOT_WASM_INTEGRITY === 'string' ? EARSHOT_WASM_INTEGRITY : '';
