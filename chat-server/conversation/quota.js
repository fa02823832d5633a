// How much the store keeps for one address, in whichever sessions. The store itself knows no addresses.
import { createPace } from './pace.js';

/** @param {Pick<import('../settings/limits.js').Limits, 'addressMessages' | 'addressBytes'>} limits */
export function createQuota({ addressMessages, addressBytes }) {
  const messages = createPace(addressMessages);
  const bytes = createPace(addressBytes);
  /** How long until there is room for that many bytes, 0: there is. @param {string} address @param {number} weight */
  return (address, weight) => messages(address) || bytes(address, weight);
}
