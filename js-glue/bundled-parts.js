// What a bundler makes parts of its own of: the files that dist/npm.mjs loads later, each written out. Minified anew, they have no hash to hold
// them to; but they come from where the site's own script does.

/** Leaves a global name. */
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
