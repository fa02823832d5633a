/** @import { Fact } from '../facts.js' */
/** @import { FarEnd } from '../words.js' */
import { noFarEnd } from '../owner/misuse.js';

/** @type {readonly FarEnd[]} */
const STATES = ['ready', 'connecting', 'echo', 'late', 'untaken'];

/** Is it a report of the far end, and not of an error? Of the page's own making, it may not let itself be read.
 * @param {unknown} given @returns {given is { far_end: unknown }} */
export function isOfFarEnd(given) {
  try {
    return typeof given === 'object' && given !== null && 'far_end' in given;
  } catch {
    return false;
  }
}

/**
 * What the host knows of the far end.
 * @param {{ far_end: unknown }} given
 * @returns {Fact}
 */
export function farEndReported({ far_end }) {
  const state = STATES.find((known) => known === far_end);
  if (!state) throw new TypeError(noFarEnd(STATES));
  return { fact: 'far_end_reported', state };
}
