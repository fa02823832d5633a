// Where our own files are: beside the script, and nowhere else. Evaluated while the script runs, as the page knows only
// then which script that is.

const script = typeof document === 'object' ? document.currentScript : null;
const own = /** @type {HTMLScriptElement | null} */ (script);

const base = own?.src || import.meta.url || (typeof document === 'object' ? document.baseURI : '');

/** @param {string} file */
export const assetUrl = (file) => new URL(file, base).href;

/** A module does not know its tag; any nonce of the page is as good as its own. */
export const scriptNonce = () => own?.nonce || /** @type {HTMLScriptElement | null} */ (document.querySelector('script[nonce]'))?.nonce || '';

// Baked in by script/bundle.mjs. A hash also keeps a cached old core from meeting a new script.
export const WASM_INTEGRITY = typeof EARSHOT_WASM_INTEGRITY === 'string' ? EARSHOT_WASM_INTEGRITY : '';
export const SCRIPT_INTEGRITY = typeof EARSHOT_SCRIPT_INTEGRITY === 'string' ? EARSHOT_SCRIPT_INTEGRITY : '';
