/** @import { Fact } from '../facts.js' */
/** @import { MediaKind } from '../words.js' */
import { textsOf } from '../error-texts.js';
import { noMediaError, noMediaKinds } from '../owner/misuse.js';

/** @type {readonly MediaKind[]} */
const KINDS = ['microphone', 'camera'];

/** It may be an error of the page's own making, which cannot be read. @param {unknown} error */
function hasName(error) {
  try {
    return typeof (/** @type {{ name?: unknown } | undefined} */ (error)?.name) === 'string';
  } catch {
    return false;
  }
}

/**
 * What the host's own request for media came to, in the words of its rejection.
 * @param {unknown} error
 * @param {readonly MediaKind[]} all  What the site asks for.
 * @param {{ kinds?: readonly MediaKind[] | undefined }} [options]
 * @returns {Fact}
 */
export function hostFailed(error, all, options) {
  if (!hasName(error)) throw new TypeError(noMediaError(typeof error));
  const kinds = options?.kinds ?? all;
  const known = Array.isArray(kinds) ? KINDS.filter((kind) => kinds.includes(kind)) : [];
  if (known.length === 0 || known.length !== kinds.length) throw new TypeError(noMediaKinds(KINDS));
  return { fact: 'host_failed', kinds: known, ...textsOf(error) };
}
