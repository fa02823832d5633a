// Where the page runs: what it may do at all, and which words its visitor will recognise. Looking only.
/** @import { Fact } from '../facts.js' */
/** @import { AddressBar, Engine, MediaKind, Os, RecoveryElement } from '../words.js' */
import { listen } from '../listen.js';
import { readable } from '../readable.js';
import { tried } from '../tried.js';
import { globalNamed, unclobbered } from '../unclobbered.js';
import { namesFrom } from './user-agent.js';

/**
 * @typedef {Extract<Fact, { fact: 'environment' }>} Environment
 * @typedef {{ allowsFeature: (feature: string) => boolean }} Policy
 * @typedef {{ platform?: string, platformVersion?: string }} Platform
 * @typedef {{ brands?: { brand: string }[], mobile?: boolean,
 *   getHighEntropyValues?: (hints: string[]) => Promise<Platform> }} UserAgentData
 * @typedef {Navigator & { userAgentData?: UserAgentData, standalone?: boolean, brave?: unknown }} AnyNavigator
 */

/** The HTML standard fixes `vendor` and `productSub` per engine ("navigator compatibility mode"); disguises keep them.
 * @param {Navigator} navigator @returns {Engine} */
function engineOf({ vendor = '', productSub = '' }) {
  if (/^Google/.test(vendor)) return 'chromium';
  if (/^Apple/.test(vendor)) return 'webkit';
  return vendor === '' && productSub === '20100101' ? 'gecko' : 'other';
}

/** null: this browser cannot say. @param {Document} page @param {MediaKind} kind */
function allowed(page, kind) {
  const { permissionsPolicy, featurePolicy } =
    /** @type {{ permissionsPolicy?: Policy, featurePolicy?: Policy }} */ (
      /** @type {unknown} */ (unclobbered(page))
    );
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature?.(kind) ?? null;
}

/** @type {[RecoveryElement, string][]} */
const RECOVERY = [
  ['usermedia', 'HTMLUserMediaElement'],
  ['microphone', 'HTMLMicrophoneElement'],
  ['camera', 'HTMLCameraElement'],
];

/** Programs that show pages themselves, and what they leave in them. @type {[string, (window: Window) => unknown][]} */
const PROGRAMS = [
  ['Tauri', (window) => globalNamed(window, '__TAURI_INTERNALS__') ?? globalNamed(window, '__TAURI__')],
  [
    'WebView2',
    (window) => /** @type {{ webview?: unknown } | undefined} */ (globalNamed(window, 'chrome'))?.webview,
  ],
  ['OBS', (window) => globalNamed(window, 'obsstudio')],
  ['CEF', (window) => globalNamed(window, 'cefQuery')],
];

/** Old polyfills answer with nothing. @param {Window} window @param {string} query */
const matches = (window, query) => tried(() => Boolean(window.matchMedia?.(query).matches), false);

const FULL_SCREEN = '(display-mode: fullscreen)';

/** An extension's own page, or a page in its side panel or window. @param {Window} window */
function inExtension({ location }) {
  const { ancestorOrigins = [] } = /** @type {{ ancestorOrigins?: ArrayLike<string> }} */ (location);
  const top = ancestorOrigins[ancestorOrigins.length - 1] ?? location.protocol;
  return /^\w+-extension:/.test(top);
}

/** On a Mac the bar stays in full screen. @param {Window} window @param {Os} os @returns {AddressBar} */
function addressBarOf(window, os) {
  if (inExtension(window)) return 'none';
  return os !== 'macos' && matches(window, FULL_SCREEN) ? 'full_screen' : 'shown';
}

/** @param {UserAgentData | undefined} data */
const brandsOf = (data) => ({
  brands: (data?.brands ?? []).map(({ brand }) => brand),
  mobile: data?.mobile,
});

/** @param {Window} window @returns {Environment} */
export function readEnvironment(window) {
  const navigator = /** @type {AnyNavigator} */ (readable(window.navigator));
  const engine = engineOf(navigator);
  const standalone = navigator.standalone === true || matches(window, '(display-mode: standalone)');
  const names = namesFrom({
    ua: String(navigator.userAgent ?? ''),
    engine,
    standalone,
    touch: navigator.maxTouchPoints ?? 0,
    brave: Boolean(navigator.brave),
    telegram: globalNamed(window, 'TelegramWebviewProxy') !== undefined,
    program: PROGRAMS.find(([, trace]) => tried(() => trace(window)) !== undefined)?.[0] ?? '',
    ...tried(() => brandsOf(navigator.userAgentData), { brands: [], mobile: undefined }),
  });
  return {
    fact: 'environment',
    secure: window.isSecureContext === true,
    media_devices: Boolean(navigator.mediaDevices),
    top_level: window.top === window,
    policy: {
      microphone: tried(() => allowed(window.document, 'microphone'), null),
      camera: tried(() => allowed(window.document, 'camera'), null),
    },
    engine,
    ...names,
    standalone,
    address_bar: addressBarOf(window, names.os),
    recovery: RECOVERY.filter(([, type]) => globalNamed(window, type)).map(([name]) => name),
    permissions_api: tried(() => typeof navigator.permissions?.query === 'function', false),
    opaque_origin: window.origin === 'null', // a sandboxed frame without allow-same-origin
    notifications: window.isSecureContext === true && globalNamed(window, 'Notification') !== undefined,
  };
}

/** What Chromium tells only when asked, and a moment later. @param {Environment} known @param {Platform} told @returns {Environment} */
export function refine(known, { platform = '', platformVersion = '' }) {
  const major = parseInt(platformVersion, 10);
  if (!(major > 0)) return known;
  // Windows counts its interfaces here: 13 and later is Windows 11, 1 to 12 is Windows 10.
  if (platform === 'Windows') return { ...known, os_version: major >= 13 ? 11 : 10 };
  const same =
    (platform === 'macOS' && known.os === 'macos') || (platform === 'Android' && known.os === 'android');
  return same ? { ...known, os_version: major } : known;
}

/** @param {Window} window */
async function detailsOf(window) {
  try {
    const { userAgentData } = /** @type {AnyNavigator} */ (window.navigator);
    return await userAgentData?.getHighEntropyValues?.(['platformVersion', 'platform']);
  } catch {
    return undefined;
  }
}

/**
 * Reports at once, and again when the browser has told more.
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {Window} window
 */
export async function watchEnvironment(dispatch, signal, window) {
  let known = readEnvironment(window);
  dispatch(known);
  /** @param {Environment} better */
  function refined(better) {
    known = better;
    dispatch(better);
  }
  const screen = tried(() => window.matchMedia?.(FULL_SCREEN));
  listen(signal, screen, 'change', () => refined({ ...known, address_bar: addressBarOf(window, known.os) }));
  const told = await detailsOf(window);
  if (!told || signal.aborted) return;
  const better = refine(known, told);
  if (better !== known && better.os_version !== known.os_version) refined(better);
}
