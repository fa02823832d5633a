// A configuration that the site changes while the session runs: what is only shown or said changes at once.
/** @import { Core } from './answers.js' */
/** @import { Config, EarlyConfig, Written } from './config.js' */
/** @import { Fact } from './facts.js' */
/** @import { createOwner } from './owner/owner.js' */
import { readWritten } from './early-config.js';
import { toJson } from './own-json.js';
import { configure } from './start.js';

/** Nothing, of a track that there never is: the core answers with what has changed of the view. @type {Fact} */
const REDRAW = { fact: 'track_unmuted', track: 1e9 };

/** What a session lasts with. @param {EarlyConfig & Record<string, unknown>} config  Its members are in the same order each time.
 * @returns {Record<string, unknown>} */
function lasting(config) {
  const {
    language,
    position,
    theme,
    texts,
    company,
    loading,
    launcher,
    log,
    support,
    actions,
    instructions,
    ...rest
  } = config;
  const { links, ...chat } = /** @type {Partial<Config['chat']>} */ (config.chat ?? {});
  return { ...rest, chat };
}

/** The options that need another session. @param {EarlyConfig} before @param {EarlyConfig} after */
export function needAnother(before, after) {
  const [one, other] = [lasting({ ...before }), lasting({ ...after })];
  return Object.keys(other).filter((name) => toJson(one[name]) !== toJson(other[name]));
}

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {{ written: Written, config: () => EarlyConfig, core: () => Core | null, apply: (config: Config) => void,
 *   owner: Pick<ReturnType<typeof createOwner>, 'problem' | 'halves'> }} session  `written`: what its core gets, or has got.
 */
export const createReconfigure =
  (dispatch, { written, config, core, apply, owner }) =>
  /** Answers with whether what cannot change needs another session, now or when nobody is in a call any more.
   * @param {string} text @param {boolean} inCall @returns {'' | 'now' | 'later'} */
  (text, inCall) => {
    const next = readWritten(text);
    const now = core();
    const before = config();
    const after = now ? configure(now, next, owner) : next.early;
    const changed = needAnother(before, after);
    // Who takes the camera out of it wants it off.
    const lacks = !before.media.every((kind) => after.media.includes(kind));
    if (changed.length > 0 && (!now || !inCall || lacks)) return 'now';
    const kept = Object.fromEntries(Object.entries(before).filter(([name]) => changed.includes(name)));
    const mixed = /** @type {Config} */ ({ ...after, ...kept });
    apply(mixed);
    // Where the core is still on its way, it gets this one; and the trace says what holds.
    Object.assign(written, changed.length > 0 ? readWritten(toJson(mixed) ?? '') : next);
    now?.configure(written.text);
    if (now) dispatch(REDRAW);
    if (changed.length === 0) return '';
    console.info(
      `[Earshot] config ${changed.map((name) => `/${name}`).join(', ')}: changed during a call. The call goes on as it began; ` +
        "the change applies when it is over. To apply it at once, call press('end') on the element.",
    );
    return 'later';
  };
