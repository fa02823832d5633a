// A verdict crosses from the core once, in the answer where it changed. Orders to tell it or to log it name its kind only;
// here it is put into them.
/** @import { CoreEffect, Verdicts } from './answers.js' */
/** @import { ChatReason } from './chat.js' */
/** @import { Effect, VerdictDetail } from './effects.js' */
/** @import { Capability } from './words.js' */

/** A listener may do with it as it likes. @param {VerdictDetail} detail @returns {VerdictDetail} */
const copyOf = ({ alternatives, evidence, ...rest }) => ({
  ...rest,
  alternatives: [...alternatives],
  evidence: [...evidence],
});

export function createVerdicts() {
  /** The first answer of a core holds them all. */
  const now = /** @type {Verdicts} */ ({});
  /** What the host heard last, which the console repeats. */
  const told = /** @type {Record<Capability, VerdictDetail>} */ ({});

  return {
    /** @param {Verdicts} next */
    learn: (next) => void Object.assign(now, next),
    /** Why there is no voice, for whoever answers in writing. @returns {ChatReason | null} */
    reason() {
      const cause = now.microphone?.cause ?? 'none';
      return cause === 'none' ? null : { kind: 'microphone', cause };
    },
    /** @param {CoreEffect} order @returns {Effect} */
    complete(order) {
      if (order.effect === 'log') return { ...order, detail: copyOf(told[order.kind]) };
      if (order.effect !== 'tell_host' || order.event !== 'verdict') return order;
      const { kind } = order.detail;
      const verdict = /** @type {Required<Verdicts>} */ (now)[kind];
      told[kind] = { ...verdict, ...order.detail };
      return { ...order, detail: copyOf(told[kind]) };
    },
  };
}
