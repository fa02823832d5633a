// Where our own files are when they come with the module. A bundler copies what it finds written out as below, and puts the address of its copy
// here. A classic script has no `import.meta`, and script/bundle.mjs leaves all of this out of it.

/** @type {Partial<Record<string, () => URL>> | undefined} */
const FILES = import.meta.url
  ? {
      'earshot-core.wasm': () => new URL('./earshot-core.wasm', import.meta.url),
      'texts/ar.json': () => new URL('./texts/ar.json', import.meta.url),
      'texts/de.json': () => new URL('./texts/de.json', import.meta.url),
      'texts/es.json': () => new URL('./texts/es.json', import.meta.url),
      'texts/fr.json': () => new URL('./texts/fr.json', import.meta.url),
      'texts/hi.json': () => new URL('./texts/hi.json', import.meta.url),
      'texts/it.json': () => new URL('./texts/it.json', import.meta.url),
      'texts/ja.json': () => new URL('./texts/ja.json', import.meta.url),
      'texts/pt-BR.json': () => new URL('./texts/pt-BR.json', import.meta.url),
      'texts/zh-Hans.json': () => new URL('./texts/zh-Hans.json', import.meta.url),
    }
  : undefined;

/** The module is part of something else: its files may have other names now, and a script among them other bytes. */
export const BUNDLED = import.meta.url && !/^https?:[^?#]*\/earshot\.mjs(?:[?#]|$)/.test(import.meta.url);

/** Nothing for a file that is not listed, and in a classic script. @param {string} file */
export const fileOfModule = (file) =>
  // Vite's dev server moves the module to node_modules/.vite/deps, and leaves its files where they are.
  FILES?.[file]?.().href.replace('/.vite/deps/', '/earshot/dist/');
