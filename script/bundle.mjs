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
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import { minify } from 'terser';
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

/** What one file says of another one that it loads. No compression makes a hash smaller, so it is the shortest that browsers take.
 * @param {string} file @param {'sha256' | 'sha384'} [algorithm] */
const integrityOf = (file, algorithm = 'sha256') =>
  `${algorithm}-${createHash(algorithm).update(readFileSync(file)).digest('base64')}`;
/** For a site's own tag, as most tools write it. @param {string} file */
const tagIntegrityOf = (file) => integrityOf(file, 'sha384');

// Made aside and moved into place at the end, so that a server never sees half of it.
const out = 'build/dist';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** @satisfies {import('esbuild').CommonOptions} */
const common = /** @type {const} */ ({
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  tsconfigRaw: '{}', // how types are checked changes nothing that pages get
});

// Emscripten asks the page for what any markup can name: a form called currentScript, a frame called process. Its last lines
// offer the factory to module loaders; a page's RequireJS would take that for an error.
const askNobody = Object.fromEntries(
  ['document', 'process', 'importScripts', 'exports', 'module', 'define'].map((name) => [name, 'undefined']),
);
// Ships inside both scripts; tests/package/size.test.js tells its bytes from ours.
const GLUE = 'build/emscripten-glue.mjs';
// It would give bytes to WebAssembly.instantiate. Ours are compiled while they come, and failures are told: what is given instead makes
// the instance (js-glue/load-core.js).
await build({
  ...common,
  entryPoints: [CORE.glue],
  outfile: GLUE,
  define: { ...askNobody, 'WebAssembly.instantiate': 'instantiateBy' },
  banner: { js: 'const instantiateBy=(wasm,imports)=>({then:wasm(imports)});' },
});
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
// A hash is noise that no compression makes smaller. No policy lists what is fetched and not run, and no tag names it: its hash is a short one.
const define = {
  EARSHOT_VERSION: JSON.stringify(version),
  EARSHOT_WASM_INTEGRITY: JSON.stringify(integrityOf(`${out}/earshot-core.wasm`)),
  EARSHOT_SCRIPT_INTEGRITY: JSON.stringify(integrityOf(`${out}/earshot-core-js.js`)),
  // One text, as esbuild has each file ask for an object.
  EARSHOT_TEXTS_INTEGRITY: JSON.stringify(
    languages.map((language) => `${language}:${integrityOf(`${out}/texts/${language}.json`)}`).join(' '),
  ),
};
/** The style sheets are text inside JavaScript, which a minifier would leave as it is written. @param {string} path @param {string} text */
async function withSmallStyles(path, text) {
  const [, before, css, after] = /^([^`]*)`([^`]*)`([^`]*)$/.exec(text) ?? [];
  if (css === undefined || css.includes('${')) throw new Error(`${path}: expected one plain template of CSS`);
  const { code } = await transform(css, { loader: 'css', minify: true });
  return before + JSON.stringify(code.trim()) + after;
}

/** What the files of the script have in common. */
const REGISTRY = `globalThis[Symbol.for(${JSON.stringify(`earshot ${version}`)})]`;
/** @param {string} part  As in earshot-PART.js. */
const hashName = (part) => `EARSHOT_${part.toUpperCase()}_INTEGRITY`;

/** What stays a file of its own. @param {string} id */
const fileOf = (id) =>
  id === 'earshot-core-without-wasm'
    ? './earshot-core-js.js'
    : id.replace(/^earshot-texts\/(.*)/, './texts/$1.mjs');

// English comes with what shows it: the steps with the card, the chat's own words with the chat, all others with the call.
const ENGLISH = join(root, 'widget/texts/en.json');
const [, steps = ''] = /type Step =([^;]*);/.exec(readFileSync('js-glue/words.d.ts', 'utf8')) ?? [];
const STEPS = new Set(steps.match(/\w+/g));
const IN_CHAT =
  /^(label_(chat_input|chat_log|send|you|agent)|chat_(failed|closed|empty|waiting|typing|sending|sent|not_sent|send_again|earlier|newest|left|forget\w*|forgotten|why_\w+))$/;
/** What only the card says. */
const ON_CARD = /^label_(steps|support|picture|play|stop|copied)$/;
/** Titles of trouble, which a card explains: until they are here, widget/stand-in.js has another. */
const TROUBLE =
  /^(microphone_(denied|blocked|blocked_in_tab|busy|reset|unplugged|interrupted|switched_off)|no_microphone|prompt_(dismissed|dismissed_twice|cancelled|unseen)|blocked_(for_a_week|by_\w+)|page_not_secure|not_supported|(frame|site)_blocked\w*|camera_(blocked_choose|off_\w+|frozen|not_started|paused\w*)|reload_page|restart_browser_first|app_blocks_microphone|notifications_\w+|answer_recovery|hearing_nothing|no_answer|virtual_microphone|hardly_heard|cannot_hear_you|(muted|stopped)_by_\w+|far_end_(echo|late)|no_output|allowed_again_\w+|sound_blocked)$/;
/** @param {string} id  Of a text. */
const roomOf = (id) =>
  STEPS.has(id) || ON_CARD.test(id) || TROUBLE.test(id) ? 'help' : IN_CHAT.test(id) ? 'chat' : 'live';
/** @param {string} room */
const englishOf = (room) =>
  Object.fromEntries(
    Object.entries(JSON.parse(readFileSync(ENGLISH, 'utf8'))).filter(([id]) => roomOf(id) === room),
  );

/** @param {boolean} bundled  Whether bundlers take in what is made of them. @returns {import('rollup').Plugin} */
const sources = (bundled) => ({
  name: 'sources of Earshot',
  resolveId(id, importer = '') {
    if (id === 'earshot-core') return join(root, GLUE);
    if (fileOf(id) !== id) return { id: fileOf(id), external: true };
    if (!id.endsWith('texts/en.json')) return null;
    const [, room = 'live'] = /[/\\](help|chat)[/\\][^/\\]*$/.exec(importer) ?? [];
    return `${ENGLISH}?${room}`;
  },
  load: (id) => (id.startsWith(ENGLISH) ? JSON.stringify(englishOf(id.slice(ENGLISH.length + 1))) : null),
  transform(source, id) {
    const text = source
      .replaceAll('import.meta.bundled', String(bundled))
      .replaceAll('createPart(() => import(', bundled ? '$&' : 'createPart((again) => import(');
    if (/[/\\]widget[/\\]styles[/\\]/.test(id)) return withSmallStyles(id, text);
    if (id.startsWith(ENGLISH)) return `export default ${text}`;
    // Emscripten's JavaScript is in the same part as what loads it.
    if (id.endsWith('load-core.js'))
      return `import earshotCore from 'earshot-core';\n${text.replace("(await import('earshot-core')).default", 'earshotCore')}`;
    return text;
  },
  // What a module imports when it is wanted, a classic script has loaded, and says what it must be.
  renderDynamicImport({ format, targetModuleId }) {
    if (bundled || !targetModuleId) return null;
    if (format === 'es') return { left: 'import(', right: '+again)' };
    return { left: `${REGISTRY}.load(`, right: `,${hashName(basename(targetModuleId, '.js'))},again)` };
  },
  resolveImportMeta: (property, { format }) => (format === 'cjs' && property === 'url' ? 'undefined' : null), // a classic script knows its address by its tag
});

/** What of the parts is in which file: the module and the parts that it imports, or the script and those that it loads.
 * @param {string} entry @param {{ format: 'es' | 'cjs', ending: string, first?: 'earshot' | 'npm' }} how */
async function linked(entry, { format, ending, first = 'earshot' }) {
  const graph = await rollup({
    input: { [first]: entry },
    plugins: [sources(first === 'npm')],
    preserveEntrySignatures: 'allow-extension', // what the parts need of the first file, they have from it
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  const { output } = await graph.generate({
    format,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `${first}-[name].${ending}`,
    minifyInternalExports: true,
    generatedCode: { preset: 'es2015', symbols: false },
    externalLiveBindings: false,
    esModule: false,
    freeze: false,
    strict: false,
  });
  await graph.close();
  return output.map((file) => {
    if (file.type !== 'chunk') throw new Error(`${file.fileName}: only scripts were expected`);
    return { file: file.fileName, code: file.code };
  });
}

const banner = `/*! Earshot ${version}, MIT */`;
/** @param {string} file @param {string} code @param {Record<string, string>} [more] */
async function write(file, code, more = {}) {
  const whole = await transform(code, {
    target: common.target,
    logLevel: 'warning',
    define: { ...define, ...more },
  });
  /** @param {string} text @param {string} [preamble] */
  const shrink = (text, preamble) =>
    minify(text, {
      module: file.endsWith('.mjs'),
      ecma: 2020,
      compress: { passes: 3 },
      format: { ascii_only: true, comments: false, preamble },
    });
  // Twice: then the shortest names are those of what is left most often.
  const once = await shrink(whole.code);
  const small = await shrink(once.code ?? '', banner);
  writeFileSync(join(out, file), `${small.code}\n`);
}

// The module, and its parts: once as they are served, and once as bundlers take them in. One has the hash of each file, the other one
// names its files where bundlers look.
for (const first of /** @type {const} */ (['earshot', 'npm']))
  for (const { file, code } of await linked('widget/index.js', { format: 'es', ending: 'mjs', first }))
    await write(file, code);

// The script, and its parts. Each part leaves a function under one key, which js-glue/script-part.js calls; that way they share what is in
// the first file. One that loads others vouches for them, so it is written after them.
const FIRST = 'earshot.js';
const LAST = ['earshot-live.js', FIRST];
const scripts = await linked('widget/script-tag.js', { format: 'cjs', ending: 'js' });
scripts.sort((one, other) => LAST.indexOf(one.file) - LAST.indexOf(other.file));
const BEGIN = `(${REGISTRY}??={exports:{},parts:{}})`;
/** @type {Record<string, string>} */
const hashes = {};
const all = [];
for (const { file, code } of scripts) {
  const wrapped =
    file === FIRST
      ? `(function(exports,EARSHOT_REGISTRY){"use strict";EARSHOT_REGISTRY.exports["./${FIRST}"]??=exports;${code.replaceAll(`${REGISTRY}.`, 'EARSHOT_REGISTRY.')}})({},${BEGIN})`
      : `${BEGIN}.parts["./${file}"]=function(exports,require){"use strict";${code}}`;
  await write(file, wrapped, hashes);
  const [, name = ''] = /^earshot-(\w+)\.js$/.exec(file) ?? [];
  hashes[hashName(name)] = JSON.stringify(integrityOf(join(out, file)));
  all.push(readFileSync(join(out, file), 'utf8').replace(`${banner}\n`, ''));
}
// In one file, for a page that wants to vouch for no more than one: the parts are there when the first asks for them.
writeFileSync(`${out}/earshot-all.js`, [banner, ...all].join('\n'));
// For a page that allows scripts by their hashes alone: a policy and a tag must name the same one.
const onTags = [FIRST, 'earshot-all.js'];
const mayRun = [...new Set([...onTags, ...scripts.map(({ file }) => file), 'earshot-core-js.js'])].map(
  (file) => `'${(onTags.includes(file) ? tagIntegrityOf : integrityOf)(join(out, file))}'`,
);
writeFileSync(`${out}/script-src.txt`, `${mayRun.join(' ')}\n`);

for (const file of shippedFiles(out)) writeFileSync(`${file}.sha384`, `${tagIntegrityOf(file)}\n`);

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
