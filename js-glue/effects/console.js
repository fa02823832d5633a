// Words for the site's owner, in the console. One call for each block, plain text, and nothing that names a device.
/** @import { Cause, ConfigProblem, LogLevel, VerdictDetail } from '../contract.js' */
/** @import { Reason } from '../load-core.js' */

/** What the owner of the site, not its visitor, can do about it. What is not here has the usual advice.
 * @type {Partial<Record<Cause, string>>} */
export const ADVICE = {
  insecure_page: 'Serve the page over https. Browsers offer no microphone or camera on plain http.',
  api_missing: 'Nothing on your side: this browser or app gives pages no microphone or camera.',
  frame_not_delegated: 'Add allow="microphone; camera" to the <iframe> that shows this page.',
  policy_header: 'Let the Permissions-Policy header of this page, and of every page around it, allow microphone and camera.',
  opaque_origin: 'Add allow-same-origin to the sandbox attribute of the <iframe>.',
  audio_session_clash: 'Do not set navigator.audioSession.type to a value without recording.',
  page_inactive: 'Do not ask in a page that is being left.',
  request_held: 'Nothing: the browser shows its question once the visitor is back in this tab.',
  prompt_ignored: 'Nothing: the browser still waits for an answer. The visitor is shown where to look.',
  dismissed: 'Nothing. Do not ask again by yourself: after a third dismissal Chromium blocks the site for a week.',
  embargoed: 'Nothing: the browser blocks requests of this site for a week. The visitor can lift that in the site settings.',
  gesture_needed: 'Open the microphone from a click, as the orb does, with nothing awaited before.',
  default_block: 'Nothing: this browser is set to refuse every site. The visitor is shown the steps.',
  blocked_by_system: 'Nothing: the operating system keeps the device from the browser. The visitor is shown the steps.',
  managed_policy: 'Nothing: an administrator decides. Ask them to allow your address.',
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
  forbidden: "the page's Content Security Policy forbids it: allow 'wasm-unsafe-eval' in script-src, or earshot-core-js.js",
  broken: 'earshot-core.wasm is not the one this script was built with, or it does not run',
};

/** `name_x` and `message_says_x` speak of the browser's error; the other clues read as they are. @param {string} clue */
const clueInWords = (clue) =>
  clue.replace(/^name_(.*)/, 'the error is called "$1"').replace(/^message_says_(.*)/, 'its message says "$1"').replaceAll('_', ' ');

/** @param {string} id */
const words = (id) => id.replaceAll('_', ' ');

/** @param {VerdictDetail} detail */
export function verdictBlock({ kind, cause, confidence, alternatives, evidence, permission }) {
  const lines = [
    `[Earshot] navigator.permissions.query({ name: '${kind}' }) → state: '${permission}'`,
    `  Verdict: ${words(cause)} (${confidence})`,
    `  Evidence: ${evidence.map(clueInWords).join('; ') || 'none'}`,
  ];
  if (alternatives.length > 0) lines.push(`  It could also be: ${alternatives.map(words).join(', ')}`);
  return [...lines, `  What you can do: ${ADVICE[cause] ?? USUAL_ADVICE}`].join('\n');
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

/** @param {Reason} reason @param {unknown} error */
export function noCoreBlock(reason, error) {
  const told = error instanceof Error ? error.message : String(error);
  return [
    `[Earshot] The core cannot run here (${reason}): ${NO_CORE[reason]}.`,
    `  The browser says: ${told}`,
    '  Visitors get plain guidance and the text chat.',
  ].join('\n');
}

/** @param {LogLevel} level @param {VerdictDetail} detail */
export const logVerdict = (level, detail) => console[level](verdictBlock(detail));
