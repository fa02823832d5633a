// Words for the site's owner, in the console. One call for each block, plain text, and nothing that names a device.
/** @import { ConfigProblem } from '../config.js' */
/** @import { VerdictDetail } from '../effects.js' */
/** @import { Cause, LogLevel } from '../words.js' */
/** @import { Failure, Reason } from '../load-core.js' */
/** @import { Refusal } from '../refusals.js' */
/** @import { Site } from './fixes.js' */
import { coreFixOf, fixOf, refusedFix } from './fixes.js';

/** What the owner of the site, not its visitor, can do about it. What is not here has the usual advice.
 * @type {Partial<Record<Cause, string>>} */
export const ADVICE = {
  insecure_page: 'Serve the page over https; browsers offer no microphone or camera on plain http:',
  api_missing: 'Nothing on your side: this browser or app gives pages no microphone or camera.',
  frame_not_delegated: 'Pass it on to this page, in the <iframe> that shows it:',
  policy_header: 'Let the Permissions-Policy header of this page allow it:',
  opaque_origin: 'Give this page an origin; its sandbox takes that away:',
  audio_session_clash: 'Do not tell Safari that this page only plays:',
  page_inactive: 'Do not ask in a page that is being left.',
  request_held: 'Nothing: the browser shows its question once the visitor is back in this tab.',
  prompt_ignored: 'Nothing: the browser still waits for an answer. The visitor is shown where to look.',
  dismissed: 'Nothing. Do not ask again by yourself: after a third dismissal Chromium blocks the site for a week.',
  embargoed: 'Nothing: the browser blocks requests of this site for a week. The visitor can lift that in the site settings.',
  gesture_needed: 'Open the microphone from a click, as the orb does, with nothing awaited before:',
  default_block: 'Nothing: this browser is set to refuse every site. The visitor is shown the steps.',
  blocked_by_system: 'Nothing: the operating system keeps the device from the browser. The visitor is shown the steps.',
  managed_policy: 'Nothing by yourself: an administrator decides, and could write:',
  app_not_permitted: 'Offer a link that opens the page in the browser itself. An app of your own must ask its system for the microphone first.',
  abuse_block: 'Find out whether your site is listed as harmful, for instance in the Google Search Console.',
  stripped: 'Nothing: an extension or the browser refuses before it asks. The visitor is shown the steps.',
  no_device: 'Nothing: no such device is connected. The text chat stays open.',
  device_busy: 'Nothing: another program holds the device. If it is your own page, hand its stream to attach(), in mode "guard".',
  second_microphone: 'Stop other microphone tracks of your page first: this browser opens one microphone at a time.',
  chosen_device_gone: 'Do not ask for one device by its id: it is not connected any more.',
  constraint_unmet: 'Ask for less exact constraints.',
  virtual_device: 'Nothing: the visitor has chosen a program as microphone, and is told so.',
  speaking_while_muted: 'Nothing: the visitor is told. It is noticed only because your configuration says "hear_while_muted".',
  network_blocked: 'Offer a TURN server over TCP on port 443.',
  taken: 'Nothing, unless your own page opened the device a second time: then hand its stream to attach(), in mode "guard".',
  camera_frozen: 'Nothing on your side: the camera delivers no pictures. It is opened again.',
  output_blocked: 'Start playback inside a click, or hand the element to play(): then Earshot does.',
  reload_needed: 'Keep what the visitor has entered: the page must be loaded anew before the device works again.',
  unknown: 'Send us the trace: document.querySelector("earshot-widget").trace().',
};
const USUAL_ADVICE = 'Nothing: the visitor is shown what to do, and the text chat stays open.';

/** @type {Record<Reason, string>} */
const NO_CORE = {
  unsupported: 'this browser has no WebAssembly, and the version without it did not load',
  missing: 'earshot-core.wasm is not beside the script, or could not be reached',
  wrong_type: 'something else was served in place of earshot-core.wasm',
  forbidden: "the page's Content Security Policy forbids it",
  broken: 'earshot-core.wasm is not the one this script was built with, or it does not run',
};

/** `name_x` and `message_says_x` speak of the browser's error; the other clues read as they are. @param {string} clue */
const clueInWords = (clue) =>
  clue.replace(/^name_(.*)/, 'the error is called "$1"').replace(/^message_says_(.*)/, 'its message says "$1"').replaceAll('_', ' ');

/** @param {string} id */
const words = (id) => id.replaceAll('_', ' ');

/** The exact lines to write, and where to read on. @param {string[]} fix @param {string} anchor */
const ending = (fix, anchor) => [...fix.map((line) => `    ${line}`), `  More: docs/diagnostics.md#${anchor}`];

/** @param {VerdictDetail} detail @param {Site} site */
export function verdictBlock({ kind, cause, confidence, alternatives, evidence, permission }, site) {
  return [
    `[Earshot] navigator.permissions.query({ name: '${kind}' }) → state: '${permission}'`,
    `  Verdict: ${words(cause)} (${confidence})`,
    `  Evidence: ${evidence.map(clueInWords).join('; ') || 'none'}`,
    ...(alternatives.length > 0 ? [`  It could also be: ${alternatives.map(words).join(', ')}`] : []),
    `  What you can do: ${ADVICE[cause] ?? USUAL_ADVICE}`,
    ...ending(kind === 'notifications' && cause !== 'insecure_page' ? [] : fixOf(cause, site), cause),
  ].join('\n');
}

/** `/texts/en`, not "not an object": the path leads there. @param {ConfigProblem} problem @param {unknown} config */
export function problemLine({ path, problem, expected, nearest }, config) {
  /** @type {unknown} */
  let got = config;
  for (const step of path.split('/').slice(1)) {
    got = /** @type {Record<string, unknown> | undefined} */ (got)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  const shown = got === undefined ? problem : (JSON.stringify(got) ?? String(got)).slice(0, 80);
  const hint = nearest ? ` Did you mean "${nearest}"?` : '';
  return `[Earshot] config ${path || '/'}: expected ${expected}, got ${shown}.${hint}`;
}

/** @param {Failure} failure @param {Site} site @param {boolean} replaced  By the core in JavaScript. */
export function noCoreBlock({ reason, error }, site, replaced) {
  const told = error instanceof Error ? error.message : String(error);
  return [
    `[Earshot] The core cannot run here${replaced ? ' as WebAssembly' : ''} (${reason}): ${NO_CORE[reason]}.`,
    `  The browser says: ${told}`,
    `  ${replaced ? 'earshot-core-js.js does its work, which is larger and slower' : 'Visitors get plain guidance and the text chat'}. What you can do:`,
    ...ending(coreFixOf(reason, site), `core_${reason}`),
  ].join('\n');
}

/** @param {Refusal} refusal @param {boolean} over  The session could not go on. */
export function refusedBlock({ fact, message }, over) {
  const fix = refusedFix();
  return [
    `[Earshot] The core refused a fact of this page, "${fact}": ${message}.`,
    `  ${over ? 'Every track was stopped. Visitors get plain guidance and the text chat' : 'The session goes on without it, and tracks that it told of were stopped'}.`,
    `  What you can do: ${fix.length > 0 ? 'Take away what changes how the page writes JSON:' : ADVICE.unknown}`,
    ...ending(fix, 'fact_refused'),
  ].join('\n');
}

/** @param {string} origin  Of the chat's address; the rest of it may hold a token. */
export const chatForbiddenBlock = (origin) => [
  "[Earshot] chat: the page's Content Security Policy forbids the connection.",
  '  What you can do: Allow it in the policy, beside what that line holds already.',
  ...ending([`Content-Security-Policy: connect-src ${origin}`], 'chat_forbidden'),
].join('\n');

/** @param {LogLevel} level @param {VerdictDetail} detail @param {Site} site */
export const logVerdict = (level, detail, site) => console[level](verdictBlock(detail, site));
