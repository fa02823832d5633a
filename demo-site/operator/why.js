// Why the visitor writes instead of talking, for the person who answers: the causes of docs/diagnostics.md in a few groups.
import { GROUPS } from '../call/far-side-words.js';

/** @type {Record<string, string>} */
const WORDS = {
  blocked: 'is blocked for our page', question: 'was not allowed: the question was put off', system: 'is kept from the browser by the device',
  manager: 'is turned off by their organisation', page: 'cannot be used on the page they are on', missing: 'is not there',
  busy: 'is in use by another app', held: 'is on hold', silent: 'is on, but no sound comes from it', quiet: 'is very quiet',
  frozen: 'stands still', network: 'works, but their network does not let calls through', reload: 'works only after the page is loaded again',
};

/** @param {{ kind: string, cause: string } | null} reason */
export function why(reason) {
  if (!reason) return 'They chose to write.';
  const group = Object.entries(GROUPS).find(([, causes]) => /** @type {string[]} */ (causes).includes(reason.cause))?.[0] ?? '';
  return `Their ${reason.kind === 'camera' ? 'camera' : 'microphone'} ${WORDS[group] ?? 'does not work'} (${reason.cause.replaceAll('_', ' ')}).`;
}
