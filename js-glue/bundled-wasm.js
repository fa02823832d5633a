// What a bundler has to find in dist/npm.mjs first: the address of the WebAssembly, written out. It copies the file, and puts the address of its
// copy here. Nothing else there asks for `import.meta.url`: webpack writes the builder's folder instead.

/** Where the WebAssembly is now. */
export function bundledWasm() {
  try {
    // Vite's dev server moves the module to node_modules/.vite/deps, and leaves the file where it is.
    return new URL('./earshot-core.wasm', import.meta.url).href.replace('/.vite/deps/', '/earshot/dist/');
  } catch {
    return undefined; // a bundle that is a classic script has no `import.meta`: the file is beside it
  }
}
