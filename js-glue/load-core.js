// Gets a core onto a page that we do not control. The one place where JavaScript looks at an error: there is no core yet.
/** @import { Core } from './answers.js' */
/** @import { NoDownload } from './core-download.js' */
import { assetUrl, scriptRights } from './assets.js';
import { importFallback } from './bundled-parts.js';
import { takeDownload } from './core-download.js';
import { inTime } from './in-time.js';
import { listen } from './listen.js';
import { loadScript } from './load-script.js';
import { ownMembers } from './own-members.js';
import { globalNamed, unclobbered } from './unclobbered.js';

/**
 * @typedef {'unsupported' | 'missing' | 'wrong_type' | 'forbidden' | 'broken' | 'late'} Reason
 *   `missing`: no such file, or no network. `wrong_type`: something else than the file we asked for. `forbidden`: by the
 *   page's Content Security Policy. `broken`: it came, but it is not what was built, or it does not run. `late`: no answer yet.
 * @typedef {{ create(): number, configure(machine: number, json: string): string,
 *   dispatch(machine: number, line: string): string, destroy(machine: number): void }} Module  wasm/boundary/bindings.cpp
 * @typedef {(source: WebAssembly.WebAssemblyInstantiatedSource) => void} Receive
 * @typedef {{ wasm?: (imports: WebAssembly.Imports) => (receive: Receive) => void }} ModuleOptions
 *   Where Emscripten has the bytes, script/bundle.mjs puts what makes an instance of them.
 * @typedef {(options: ModuleOptions) => Promise<Module> | Module} CreateModule
 * @typedef {{ reason: Reason, error: unknown, later?: Promise<unknown> }} Failure  `later`: ends with whether a core has come after all.
 * @typedef {{ module: Module, instead?: Failure } | Failure} Outcome  `instead`: what kept the WebAssembly from running.
 */

/** How long the WebAssembly is waited for alone. */
const WASM_MS = 4000;

/** Baked in by script/bundle.mjs. */
const SCRIPT_INTEGRITY = typeof EARSHOT_SCRIPT_INTEGRITY === 'string' ? EARSHOT_SCRIPT_INTEGRITY : '';

/** @param {Reason} reason @param {unknown} error @returns {Failure} */
const failed = (reason, error) => ({ reason, error });

/** @param {Response} response */
const isWasm = (response) => /^application\/wasm\s*(;|$)/i.test(response.headers.get('content-type') ?? '');

/** Why there was no download: by the page's policy, because the file is not there, or because it is another file.
 * @param {NoDownload} download @returns {Promise<Reason>} */
async function whyNot({ stopped, url }) {
  if (stopped !== 'missing') return stopped;
  let violated = false;
  const listening = new AbortController();
  listen(
    listening.signal,
    unclobbered(globalThis.document ?? null),
    'securitypolicyviolation',
    /** @param {SecurityPolicyViolationEvent} event */
    ({ effectiveDirective, blockedURI }) => {
      violated ||= effectiveDirective === 'connect-src' && url.startsWith(blockedURI); // whole, or its origin
    },
  );
  // Policy, integrity and network failures look alike. Without the integrity, only the network's remains, and a policy is reported once more.
  const response = await fetch(url).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve)); // the report comes after the error
  listening.abort();
  if (violated) return 'forbidden';
  if (!response?.ok) return 'missing';
  return isWasm(response) ? 'broken' : 'wrong_type';
}

/** Emscripten's own promise stays pending when instantiation fails: this one settles.
 * @param {CreateModule} createModule @param {(imports: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>} instantiate
 * @returns {Promise<Module>} */
function create(createModule, instantiate) {
  return new Promise((resolve, reject) => {
    Promise.resolve(
      createModule({
        wasm: (imports) => (receive) => void instantiate(imports).then(receive).catch(reject),
      }),
    ).then(resolve, reject);
  });
}

/** @param {Promise<Response | NoDownload>} coming @param {() => Promise<CreateModule>} importModule @returns {Promise<Outcome>} */
export async function tryWasm(coming, importModule) {
  const [answer, createModule] = await Promise.all([coming, importModule()]);
  const download = ownMembers(answer);
  if ('stopped' in download) return failed(await whyNot(download), download.error);
  const response = /** @type {Response} */ (answer);
  if (!response.ok) return failed('missing', new Error(`${response.url} answered ${response.status}`));
  const right = isWasm(response);
  try {
    const module = await create(createModule, async (imports) =>
      right && WebAssembly.instantiateStreaming // a server that names the wrong type still gave us the right bytes
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports),
    );
    return { module };
  } catch (error) {
    // WebKit lets a page compile what it then forbids to run.
    const forbidden = error instanceof WebAssembly.CompileError && /policy|unsafe-eval/i.test(error.message);
    return failed(forbidden ? 'forbidden' : right ? 'broken' : 'wrong_type', error);
  }
}

/** @returns {Promise<unknown>} */
const loadFallback = () =>
  import.meta.bundled
    ? importFallback()
    : loadScript(assetUrl('earshot-core-js.js'), { integrity: SCRIPT_INTEGRITY, ...scriptRights() });

/** The same core translated to JavaScript: bigger, slower, and allowed where WebAssembly is not. @returns {Promise<Outcome>} */
async function tryScript() {
  try {
    await loadFallback();
    /** @type {CreateModule} */
    const createModule = globalNamed(globalThis, 'EarshotCoreWithoutWasm');
    if (!createModule) throw new Error('no fallback');
    return { module: await createModule({}) };
  } catch (error) {
    return failed('broken', error); // why is not told: what kept the WebAssembly from running comes first
  }
}

/** @type {Promise<Outcome> | undefined} */
let loading; // one for all widgets of the page: a machine each is enough

/** Once it has come: a clock that is wrong says nothing of it. @type {Outcome | undefined} */
let here;

/** What keeps the WebAssembly from running. */
let obstacle = failed('late', '');

/** A module that trapped serves nobody any more; the next widget loads anew. */
export function forgetCore() {
  loading = here = undefined;
}

/** Whatever comes first: the other core is asked for where the WebAssembly cannot be had, or is late.
 * @param {Promise<Outcome>} wasm @param {() => Promise<Outcome>} tryOther @returns {Promise<Outcome>} */
export async function eitherCore(wasm, tryOther) {
  const first = ownMembers(await inTime(wasm, WASM_MS).catch((error) => failed('late', error)));
  if ('module' in first) return first;
  obstacle = first;
  // Where neither runs, what stood in the way first is what the site can mend.
  const script = tryOther().then((other) =>
    'module' in ownMembers(other) ? { ...other, instead: first } : wasm,
  );
  return Promise.race([script, wasm.then((after) => ('module' in ownMembers(after) ? after : script))]);
}

async function load() {
  const importModule = async () => (await import('earshot-core')).default;
  // What a script of the page has put in the place of `fetch` may throw, or answer with anything.
  const wasm = tryWasm(takeDownload(), importModule).catch((error) => failed('broken', error));
  return eitherCore(wasm, tryScript);
}

/** A machine of its own in this module. @param {Module} module @returns {Core} */
export function createCore(module) {
  const machine = module.create();
  return {
    configure: (json) => module.configure(machine, json),
    dispatch: (line) => module.dispatch(machine, line),
    delete: () => module.destroy(machine),
  };
}

/**
 * Never throws, and never waits for long.
 * @param {() => Promise<Outcome>} [from]
 * @returns {Promise<{ core: Core, instead?: Failure } | Failure>}
 */
export async function loadCore(from = load) {
  const coming = (loading ??= from().catch((error) => failed('broken', error)));
  void coming.then((after) => {
    if (loading === coming && 'module' in ownMembers(after)) here = after;
  });
  let outcome = ownMembers(
    here ??
      (await inTime(coming).catch(() => ({
        ...obstacle,
        later: coming.then((after) => 'module' in ownMembers(after) || forgetCore()),
      }))),
  );
  try {
    if ('module' in outcome) return { core: createCore(outcome.module), instead: outcome.instead };
  } catch (error) {
    outcome = ownMembers(failed('broken', error));
  }
  if (!('later' in outcome)) forgetCore(); // the next widget may have more luck
  return { ...outcome };
}
