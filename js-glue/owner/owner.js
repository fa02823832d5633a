// What this session has to say to the site's owner, in the console.
/** @import { ConfigProblem, EarlyConfig } from '../config.js' */
/** @import { EffectMembers } from '../effects.js' */
/** @import { Failure } from '../load-core.js' */
/** @import { Refusal } from '../refused-facts.js' */
import { noCoreBlock, problemLine, refusedBlock, verdictBlock } from './console.js';
import { siteOf } from './site.js';

/** @param {Window} window @param {() => Pick<EarlyConfig, 'media' | 'log'>} config  As far as it is known. */
export function createOwner(window, config) {
  const site = () => siteOf(window, config());
  return {
    /** @param {Pick<EffectMembers['log'], 'detail'>} order */
    verdict: ({ detail }) => console.warn(verdictBlock(detail, site())),
    /** @param {ConfigProblem} problem @param {unknown} written */
    problem: (problem, written) => console.warn(problemLine(problem, written)),
    /** @param {Failure} failure */
    noCore: (failure) => console.error(noCoreBlock(failure, site(), false)),
    /**
     * The core in JavaScript does the work. A browser without WebAssembly is nothing that a site could
     * change.
     * @param {Failure} failure
     */
    replaced(failure) {
      if (failure.reason !== 'unsupported' && config().log !== 'silent')
        console.info(noCoreBlock(failure, site(), true));
    },
    /** @param {Refusal} refusal @param {boolean} [over]  The session could not go on. */
    refused: (refusal, over = false) => console.error(refusedBlock(refusal, over)),
    /** One effect or one drawing threw. @param {unknown} error */
    report: (error) => console.error('[Earshot]', error),
  };
}
