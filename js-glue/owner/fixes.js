// The exact line that a site's owner has to write, computed from the page as it is. For the console only.
/** @import { Config } from '../config.js' */
/** @import { Cause, MediaKind } from '../words.js' */
import { assetUrl } from '../assets.js';
import { BUNDLED } from '../files.js';

/** What the fixes are made of. `around`: the origins of the pages around this one, the nearest first, where the browser tells.
 * @typedef {{ location: Pick<Location, 'protocol' | 'origin' | 'host' | 'pathname'>, framed: boolean, around: string[], kinds: MediaKind[],
 *   session: string }} Site */

/** @param {Window} window @param {Partial<Config>} config @returns {Site} */
export function siteOf(window, config) {
  const { location, navigator } = window;
  const { ancestorOrigins } = /** @type {{ ancestorOrigins?: DOMStringList }} */ (location);
  const { audioSession } = /** @type {{ audioSession?: { type: string } }} */ (navigator);
  return {
    location,
    framed: window.top !== window,
    around: [...(ancestorOrigins ?? [])],
    kinds: Array.isArray(config.media) && config.media.includes('camera') ? ['microphone', 'camera'] : ['microphone'],
    session: audioSession?.type ?? '',
  };
}

/** Without the query, where a token may stand. @param {Site} site */
const addressOf = ({ location }) => location.origin + location.pathname;

/** @param {Site} site */
const allow = ({ kinds }) => `allow="${kinds.join('; ')}"`;

/** @param {Site} site @param {string} whom */
const header = ({ kinds }, whom) => `Permissions-Policy: ${kinds.map((kind) => `${kind}=(${whom})`).join(', ')}`;

/** @param {Site} site */
function frameFix(site) {
  const { around, location } = site;
  return [
    `<iframe src="${addressOf(site)}" ${allow(site)}></iframe>`,
    ...(around.length > 1 ? [`… and the same allow in each of the ${around.length} frames around it`] : []),
    ...(around[0] === location.origin ? [] : [`${header(site, `self "${location.origin}"`)}   ← only if ${around[0] ?? 'the page around it'} sends such a header`]),
  ];
}

/** @param {Site} site */
function secureFix({ location, around }) {
  if (location.protocol === 'https:') {
    const plain = around.filter((origin) => !origin.startsWith('https:'));
    return (plain.length > 0 ? plain : ['a page around this one']).map((origin) => `${origin}   ← serve that over https too`);
  }
  const scheme = 'https:';
  return [`${scheme}//${location.host.replace(/:\d+$/, '')}${location.pathname}`, 'On your own machine, localhost will do as well.'];
}

/** @param {Site} site */
function originFix(site) {
  const { location, framed, around } = site;
  if (!location.protocol.startsWith('http')) return [`This page was opened as ${location.protocol} – open it from a web server.`];
  if (!framed) return ['Content-Security-Policy: sandbox allow-scripts allow-same-origin allow-popups   ← beside what that line holds already'];
  return [
    `<iframe src="${addressOf(site)}" sandbox="allow-scripts allow-same-origin allow-popups" ${allow(site)}></iframe>`,
    ...(around[0] === location.origin ? ['Both pages have one origin, so the frame could undo its sandbox: serve it from another one, or leave sandbox away.'] : []),
  ];
}

/** @type {Partial<Record<Cause, (site: Site) => string[]>>} */
const FIXES = {
  insecure_page: secureFix,
  frame_not_delegated: frameFix,
  policy_header: (site) => (site.framed ? frameFix(site) : [header(site, 'self')]),
  opaque_origin: originFix,
  audio_session_clash: ({ session }) => [`navigator.audioSession.type = 'play-and-record';   // it is '${session}'`],
  gesture_needed: () => ["button.addEventListener('click', () => document.querySelector('earshot-widget').press('orb'));"],
  managed_policy: ({ kinds, location }) => [
    ...kinds.map((kind) => `${kind === 'camera' ? 'Video' : 'Audio'}CaptureAllowedUrls: ["${location.origin}"]   ← Chrome, Edge`),
    ...kinds.map((kind) => `Permissions: { ${kind === 'camera' ? 'Camera' : 'Microphone'}: { Allow: ["${location.origin}"] } }   ← Firefox`),
  ],
};

/** @param {Cause} cause @param {Site} site @returns {string[]} */
export const fixOf = (cause, site) => FIXES[cause]?.(site) ?? [];

/** Where our files come from, in the words of a Content Security Policy. @param {Site} site */
function sourceOf({ location }) {
  const { origin } = new URL(assetUrl('earshot-core.wasm'));
  return origin === location.origin ? "'self'" : origin;
}

const BUNDLER = "Bundlers: copy earshot-core.wasm and texts/ of node_modules/earshot/dist beside the bundle. Vite's dev server: optimizeDeps: { exclude: ['earshot'] }";

/** @param {import('../load-core.js').Reason} reason @param {Site} site @param {unknown} [bundled] @returns {string[]} */
export function coreFixOf(reason, site, bundled = BUNDLED) {
  const source = sourceOf(site);
  const file = assetUrl('earshot-core.wasm');
  const stranger = source === "'self'" ? [] : [`Access-Control-Allow-Origin: ${site.location.origin}   ← with every file there, as it is another origin`];
  const also = [...stranger, ...(bundled ? [BUNDLER] : [])];
  switch (reason) {
    case 'forbidden': return [`Content-Security-Policy: script-src ${source} 'wasm-unsafe-eval'; connect-src ${source}   ← beside what these lines hold already`];
    case 'missing': return [`${file}   ← must answer`, ...also];
    case 'wrong_type': return [`${file}   ← must answer with Content-Type: application/wasm`, ...also];
    case 'broken': return ['Upload all files of one build together.'];
    case 'unsupported': return [`${assetUrl('earshot-core-js.js')}   ← must answer`];
  }
}

/** The methods by which a script has changed how JSON is written. Prototype.js 1.6 is one that does. */
export function refusedFix() {
  const changed = [Object, Array].filter(({ prototype }) => Object.prototype.hasOwnProperty.call(prototype, 'toJSON'));
  return changed.map(({ name }) => `delete ${name}.prototype.toJSON;   ← before this widget is loaded: a script of this page has added it`);
}
