#!/usr/bin/env node
// Makes dist/: what a page loads, what npm installs, and the hashes for `integrity`. The same input gives the same bytes.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { shippedFiles, sizesOf } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const CORE = {
  wasm: 'build/wasm/earshot-core.wasm',
  glue: 'build/wasm/earshot-core.mjs',
  script: 'build/wasm/earshot-core-js.js',
};
const missing = Object.values(CORE).filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(
    `script/bundle.mjs: the core is not built: ${missing.join(', ')} missing.\n` +
      'Run script/test or script/demo, which build it, or: cmake --preset wasm && cmake --build --preset wasm',
  );
  process.exit(1);
}

/** @param {string} file */
const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

// Made aside and moved into place at the end, so that a server never sees half of it.
const out = 'build/dist';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** @type {import('esbuild').BuildOptions} */
const common = { minify: true, target: 'es2020', legalComments: 'none', logLevel: 'warning' };

// Emscripten asks the page for what any markup can name: a form called currentScript, a frame called process. Its last lines
// offer the factory to module loaders; a page's RequireJS would take that for an error.
const askNobody = Object.fromEntries(
  ['document', 'process', 'importScripts', 'exports', 'module', 'define'].map((name) => [name, 'undefined']),
);
// Ships inside both scripts; tests/package/size.test.js tells its bytes from ours.
const GLUE = 'build/emscripten-glue.mjs';
await build({ ...common, entryPoints: [CORE.glue], outfile: GLUE, define: askNobody });
await build({
  ...common,
  entryPoints: [CORE.script],
  outfile: `${out}/earshot-core-js.js`,
  define: askNobody,
  footer: { js: 'globalThis.EarshotCoreWithoutWasm=EarshotCoreWithoutWasm;' }, // imported, it is a module, and its names are its own
});
cpSync(CORE.wasm, `${out}/earshot-core.wasm`);
cpSync('widget/texts', `${out}/texts`, { recursive: true });

// English is inside the scripts: nobody fetches it.
const languages = readdirSync(`${out}/texts`)
  .map((file) => file.replace('.json', ''))
  .filter((language) => language !== 'en')
  .sort();

// The same as modules, for bundlers.
for (const language of languages) {
  const sentences = JSON.stringify(JSON.parse(readFileSync(`widget/texts/${language}.json`, 'utf8')));
  writeFileSync(`${out}/texts/${language}.mjs`, `export default ${sentences};\n`);
}

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const define = {
  EARSHOT_VERSION: JSON.stringify(version),
  EARSHOT_WASM_INTEGRITY: JSON.stringify(integrityOf(`${out}/earshot-core.wasm`)),
  EARSHOT_SCRIPT_INTEGRITY: JSON.stringify(integrityOf(`${out}/earshot-core-js.js`)),
  // One text, as esbuild has each file ask for an object.
  EARSHOT_TEXTS_INTEGRITY: JSON.stringify(
    languages.map((language) => `${language}:${integrityOf(`${out}/texts/${language}.json`)}`).join(' '),
  ),
};
/** The style sheets are text inside JavaScript, which esbuild would leave as it is written. @type {import('esbuild').Plugin} */
const minifyStyles = {
  name: 'minify styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]widget[/\\]styles[/\\].*\.js$/ }, async ({ path }) => {
      const [, before, css, after] = /^([^`]*)`([^`]*)`([^`]*)$/.exec(readFileSync(path, 'utf8')) ?? [];
      if (css === undefined || css.includes('${'))
        throw new Error(`${path}: expected one plain template of CSS`);
      const { code } = await transform(css, { loader: 'css', minify: true });
      return { contents: before + JSON.stringify(code.trim()) + after, loader: 'js' };
    }),
};
/** What is loaded later stays a file of its own. @type {import('esbuild').Plugin} */
const keepLater = {
  name: 'keep outside what is loaded later',
  setup({ onResolve }) {
    onResolve({ filter: /^earshot-core-without-wasm$/ }, () => ({
      path: './earshot-core-js.js',
      external: true,
    }));
    onResolve({ filter: /^earshot-texts\// }, ({ path }) => ({
      path: `./${path.replace('earshot-', '')}.mjs`,
      external: true,
    }));
  },
};
/** @type {import('esbuild').BuildOptions} */
const bundle = {
  ...common,
  bundle: true,
  ignoreAnnotations: true, // package.json speaks of dist/ where it says which files may be left out
  platform: 'browser',
  banner: { js: `/*! Earshot ${version}, MIT */` },
  alias: { 'earshot-core': `./${GLUE}` },
  plugins: [minifyStyles, keepLater],
};
await build({
  ...bundle,
  entryPoints: ['widget/script-tag.js'],
  outfile: `${out}/earshot.js`,
  format: 'iife',
  define: { ...define, 'import.meta.bundled': 'false', 'import.meta.url': 'undefined' }, // a classic script knows its address by its tag
});
// Once as it is served, and once as bundlers take it in: one names its files for them, the other one its hash for each.
for (const name of ['earshot.mjs', 'npm.mjs']) {
  await build({
    ...bundle,
    entryPoints: ['widget/index.js'],
    outfile: `${out}/${name}`,
    format: 'esm',
    define: { ...define, 'import.meta.bundled': String(name === 'npm.mjs') },
  });
}

for (const file of shippedFiles(out)) writeFileSync(`${file}.sha384`, `${integrityOf(file)}\n`);

// The types are written by hand, and are all there is.
for (const file of ['earshot.d.ts', 'earshot-script-tag.d.ts']) cpSync(`widget/${file}`, `${out}/${file}`);

rmSync('dist', { recursive: true, force: true });
renameSync(out, 'dist');

const rows = shippedFiles('dist').map((file) => [
  relative('dist', file),
  ...Object.values(sizesOf(file)).map((n) => n ?? '?'),
]);
console.log(
  ['file', 'raw', 'gzip', 'brotli'].map((name, n) => (n ? name.padStart(9) : name.padEnd(24))).join(''),
);
for (const [name, ...numbers] of rows)
  console.log(String(name).padEnd(24) + numbers.map((n) => String(n).padStart(9)).join(''));
