// A verdict crosses from the core once, in the answer where it changed. Orders to tell it or to log it name its kind only;
// here it is put into them.
/** @import { CoreEffect, Verdicts } from './answers.js' */
/** @import { Effect, VerdictDetail } from './effects.js' */
/** @import { Capability } from './words.js' */

/** Before the first answer. @type {Verdicts} */
const NOTHING_WRONG = {
  microphone: { cause: 'none', confidence: 'certain', alternatives: [], evidence: [] },
  camera: { cause: 'none', confidence: 'certain', alternatives: [], evidence: [] },
  notifications: { cause: 'none', confidence: 'certain', alternatives: [], evidence: [] },
};

export function createVerdicts() {
  /** @type {Verdicts} */
  let now = NOTHING_WRONG;
  /** What the host heard last. @type {Partial<Record<Capability, VerdictDetail>>} */
  const told = {};

  /** @param {Omit<VerdictDetail, keyof import('./answers.js').Verdict>} news @returns {VerdictDetail} */
  const detail = ({ kind, ...rest }) => ({ kind, ...(now[kind] ?? NOTHING_WRONG.microphone), ...rest });

  return {
    /** @param {Verdicts} next */
    learn(next) {
      now = { ...now, ...next };
    },
    /** @param {CoreEffect} order @returns {Effect} */
    complete(order) {
      if (order.effect === 'tell_host' && order.event === 'verdict') {
        return { ...order, detail: (told[order.detail.kind] = detail(order.detail)) };
      }
      if (order.effect !== 'log') return order;
      // It follows what the host is told.
      return { ...order, detail: told[order.kind] ?? detail({ kind: order.kind, permission: 'unknown', error: 'none' }) };
    },
  };
}
