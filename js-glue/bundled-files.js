// What a bundler has to find in dist/npm.mjs: each file that is loaded later, written out. It copies the WebAssembly and puts the address of its
// copy here; of what is imported it makes parts of its own. Nothing else there asks for `import.meta.url`: webpack writes the builder's folder instead.

/** Where the WebAssembly is now. */
export function bundledWasm() {
  try {
    // Vite's dev server moves the module to node_modules/.vite/deps, and leaves the file where it is.
    return new URL('./earshot-core.wasm', import.meta.url).href.replace('/.vite/deps/', '/earshot/dist/');
  } catch {
    return undefined; // a bundle that is a classic script has no `import.meta`: the file is beside it
  }
}

/** Minified anew, it has no hash to hold it to; but it comes from where the site's own script does. */
export const importFallback = () => import('earshot-core-without-wasm');

/** The sentences, as modules: Parcel makes JavaScript of a JSON file, and esbuild and Rollup leave one behind.
 * @type {Partial<Record<string, () => Promise<{ default: Record<string, string> }>>>} */
export const PACKS = {
  ar: () => import('earshot-texts/ar'),
  de: () => import('earshot-texts/de'),
  es: () => import('earshot-texts/es'),
  fr: () => import('earshot-texts/fr'),
  hi: () => import('earshot-texts/hi'),
  it: () => import('earshot-texts/it'),
  ja: () => import('earshot-texts/ja'),
  'pt-BR': () => import('earshot-texts/pt-BR'),
  'zh-Hans': () => import('earshot-texts/zh-Hans'),
};
