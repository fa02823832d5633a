// What the type checker cannot see: modules and names that exist only once script/bundle.mjs has run, and
// browser interfaces that TypeScript's own library does not know yet.

/** Emscripten's factory, build/wasm/earshot-core.mjs. script/bundle.mjs says where it is. */
declare module 'earshot-core' {
  const createModule: import('./load-core.js').CreateModule;
  export default createModule;
}

/**
 * The core in JavaScript: a file beside the module, which says what it has by a global name, so that a
 * script tag can load it too.
 */
declare module 'earshot-core-without-wasm' {}

/** A pack of sentences, as a module. */
declare module 'earshot-texts/*' {
  const sentences: Record<string, string>;
  export default sentences;
}

/** Whether this is the file that bundlers find, dist/npm.mjs, and not one that is served as it was built. */
interface ImportMeta {
  readonly bundled?: boolean;
}

/** The `sha256-…` of the two core files, baked in by script/bundle.mjs. */
declare const EARSHOT_WASM_INTEGRITY: string;
declare const EARSHOT_SCRIPT_INTEGRITY: string;
/** The same of each pack of sentences: `de:sha256-… es:sha256-…`. */
declare const EARSHOT_TEXTS_INTEGRITY: string;
/** The version in package.json, baked in by the same. */
declare const EARSHOT_VERSION: string;
/** Of the classic script and its parts, on the page under the key that script/bundle.mjs gives them. */
declare const EARSHOT_REGISTRY: {
  load?: (path: string, integrity: string, again: string) => Promise<unknown>;
  /** Each a function of what it exports and of how it finds what it imports. */
  parts: Record<string, (exports: object, require: (path: string) => unknown) => void>;
  exports: Record<string, object>;
};
