// What this session has to say to the site's owner, in the console.
/** @import { ConfigProblem, EarlyConfig } from '../config.js' */
/** @import { EffectMembers } from '../effects.js' */
/** @import { Failure } from '../load-core.js' */
/** @import { Refusal } from '../refused-facts.js' */
import { inTime } from '../in-time.js';
import { createPart } from '../part.js';
import { siteOf } from './site.js';
/** @import { Part } from '../part.js' */

/** @typedef {typeof import('./console.js')} Sentences */
/** @typedef {'warn' | 'error' | 'info'} Loudness */

/** Most sites have nothing to be told: the sentences come when there is something. @type {Part<Sentences>} */
export const sentences = createPart(() => import('./console.js'));

/** @param {Window} window @param {() => Pick<EarlyConfig, 'media' | 'log'>} config  As far as it is known. */
export function createOwner(window, config, part = sentences) {
  const site = () => siteOf(window, config());

  /** @param {Loudness} loudness @param {string} plainly  Where the sentences cannot be had.
   * @param {(sentences: Sentences, site: ReturnType<typeof siteOf>) => string} write */
  function say(loudness, plainly, write) {
    const now = site(); // and not when the sentences come
    const here = part.now();
    if (here) return console[loudness](write(here, now));
    inTime(part.load()).then(
      (all) => console[loudness](write(all, now)),
      () => console[loudness](`[Earshot] ${plainly} (earshot-console is missing.)`),
    );
  }

  return {
    /** @param {Pick<EffectMembers['log'], 'detail'>} order */
    verdict: ({ detail }) =>
      say('warn', `${detail.kind}: ${detail.cause}.`, ({ verdictBlock }, now) => verdictBlock(detail, now)),
    /** @param {ConfigProblem} problem @param {unknown} written */
    problem: (problem, written) =>
      say('warn', `config ${problem.path} is wrong.`, ({ problemLine }) => problemLine(problem, written)),
    /** Some texts are cut in the middle of a character. @param {unknown} written */
    halves: (written) => say('warn', 'config: half a character.', ({ halfLines }) => halfLines(written)),
    /** @param {Failure} failure */
    noCore: (failure) =>
      say('error', `No core: ${failure.reason}.`, ({ noCoreBlock }, now) => noCoreBlock(failure, now, false)),
    /**
     * The core in JavaScript does the work. A browser without WebAssembly is nothing that a site could
     * change.
     * @param {Failure} failure
     */
    replaced(failure) {
      if (failure.reason !== 'unsupported' && config().log !== 'silent')
        say('info', `No WebAssembly: ${failure.reason}.`, ({ noCoreBlock }, now) =>
          noCoreBlock(failure, now, true),
        );
    },
    /** @param {Refusal} refusal @param {boolean} [over]  The session could not go on. */
    refused: (refusal, over = false) =>
      say('error', `${refusal.message}`, ({ refusedBlock }) => refusedBlock(refusal, over)),
    /** A visitor talks to nobody. */
    untaken: () => say('warn', 'Nobody takes the stream.', ({ untakenBlock }) => untakenBlock()),
    /** One effect or one drawing threw. @param {unknown} error */
    report: (error) => console.error('[Earshot]', error),
  };
}
