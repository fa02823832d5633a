// The beginning of a session: gets a core and has it check the configuration.
/** @import { Core } from './answers.js' */
/** @import { Config, ConfigProblem, Written } from './config.js' */
/** @import { Failure } from './load-core.js' */
/** @import { createOwner } from './owner/owner.js' */
import { onceMore } from './once-more.js';
import { loadCore } from './load-core.js';
import { ownMembers } from './own-members.js';

/**
 * What the core makes of it; the site's owner hears what is wrong with it.
 * @param {Core} core @param {Written} written @param {Pick<ReturnType<typeof createOwner>, 'problem' | 'halves'>} owner @returns {Config}
 */
export function configure(core, written, owner) {
  /** @type {{ config: Config, problems: ConfigProblem[] }} */
  const { config, problems } = JSON.parse(core.configure(written.text));
  if (written.halves) owner.halves(written.json);
  for (const problem of problems) owner.problem(problem, written.json);
  return config;
}

/**
 * Never throws.
 * @param {Written} written
 * @param {{ life: AbortSignal, loop: AbortSignal }} signals  `life` ends with the element, `loop` with it or before.
 * @param {{ owner: Pick<ReturnType<typeof createOwner>, 'problem' | 'halves' | 'replaced'>,
 *   configured: (config: Config) => void,
 *   ready: (core: Core) => void, giveUp: (failure: Failure) => void, comeLate: () => void }} session
 *   `comeLate`: after it was given up, a core has come.
 * @param {typeof loadCore} [load]
 */
export async function startCore(
  written,
  { life, loop },
  { owner, configured, ready, giveUp, comeLate },
  load = loadCore,
  window = globalThis.window,
) {
  // No promise ends then with what a browser answers, `getUserMedia` neither.
  if ('then' in {})
    return giveUp({ reason: 'broken', error: 'Object.prototype.then: a script of this page has added it' });
  const loaded = ownMembers(await load());
  if (life.aborted) {
    if ('core' in loaded) loaded.core.delete();
    return;
  }
  if ('reason' in loaded) {
    giveUp(loaded);
    const come = () => life.aborted || comeLate();
    if (loaded.reason === 'missing' && !loaded.later) void onceMore(life, load, window).then(come);
    if (await loaded.later) come();
    return;
  }
  const { core, instead } = loaded;
  if (instead) owner.replaced(instead);
  loop.addEventListener('abort', () => core.delete());
  try {
    configured(configure(core, written, owner));
  } catch (error) {
    return giveUp({ reason: 'broken', error });
  }
  ready(core);
}
