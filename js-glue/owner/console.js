// Words for the site's owner, in the console. One call for each block, plain text, and nothing that names a device.
/** @import { ConfigProblem } from '../config.js' */
/** @import { VerdictDetail } from '../effects.js' */
/** @import { Failure } from '../load-core.js' */
/** @import { Refusal } from '../refused-facts.js' */
/** @import { Site } from './site.js' */
import { adviceOn, fixOf } from './causes.js';
import { NO_CORE, coreFixOf } from './core.js';

export { missingPackBlock } from './missing-pack.js';

/** `name_x` and `message_says_x` speak of the browser's error; the other clues read as they are. @param {string} clue */
const clueInWords = (clue) =>
  clue
    .replace(/^name_(.*)/, 'the error is called "$1"')
    .replace(/^message_says_(.*)/, 'its message says "$1"')
    .replaceAll('_', ' ');

/** @param {string} id */
const words = (id) => id.replaceAll('_', ' ');

/** The exact lines to write, and where to read on. @param {string[]} fix @param {string} anchor */
const ending = (fix, anchor) => [
  ...fix.map((line) => `    ${line}`),
  `  More: docs/diagnostics.md#${anchor}`,
];

/** @param {VerdictDetail} detail @param {Site} site */
export function verdictBlock({ kind, cause, confidence, alternatives, evidence, permission }, site) {
  return [
    `[Earshot] navigator.permissions.query({ name: '${kind}' }) → state: '${permission}'`,
    `  Verdict: ${words(cause)} (${confidence})`,
    `  Evidence: ${evidence.map(clueInWords).join('; ') || 'none'}`,
    ...(alternatives.length > 0 ? [`  It could also be: ${alternatives.map(words).join(', ')}`] : []),
    `  What you can do: ${adviceOn(cause)}`,
    ...ending(kind === 'notifications' && cause !== 'insecure_page' ? [] : fixOf(cause, site), cause),
  ].join('\n');
}

/** `/texts/en`, not "not an object": the path leads there. @param {ConfigProblem} problem @param {unknown} config */
export function problemLine({ path, problem, expected, nearest }, config) {
  /** @type {unknown} */
  let got = config;
  for (const step of path.split('/').slice(1)) {
    got = /** @type {Record<string, unknown> | undefined} */ (got)?.[
      step.replaceAll('~1', '/').replaceAll('~0', '~')
    ];
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

export { halfLines } from './halves.js';

/** A visitor has pressed, the browser has given the microphone, and there it ends. */
export const untakenBlock = () =>
  [
    '[Earshot] The call has begun, and nobody on this page takes its stream: the visitor is told that nobody listens.',
    '  What you can do: Listen before the call begins, and give the stream to your call software:',
    ...ending(
      ["addEventListener('earshot-stream', ({ detail }) => call.start(detail.stream));"],
      'stream_untaken',
    ),
  ].join('\n');

/** @param {Refusal} refusal @param {boolean} over  The session could not go on. */
export function refusedBlock({ fact, message }, over) {
  return [
    `[Earshot] The core refused a fact of this page, "${fact}": ${message}.`,
    `  ${over ? 'Every track was stopped. Visitors get plain guidance and the text chat' : 'The session goes on without it, and tracks that it told of were stopped'}.`,
    `  What you can do: ${adviceOn('unknown')}`,
    ...ending([], 'fact_refused'),
  ].join('\n');
}
