// Names and keys. Only the hash of a key is stored: who reads the database cannot speak for a visitor.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const newSessionId = () => randomBytes(16).toString('base64url');
export const newToken = () => randomBytes(32).toString('base64url');
export const hashOf = (/** @type {string} */ token) => createHash('sha256').update(token).digest('base64url');

/** @param {string} token @param {string} hash */
export function fits(token, hash) {
  return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash));
}
