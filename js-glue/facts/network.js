/** @import { Fact } from '../facts.js' */
import { noNetworkResult } from '../owner/misuse.js';

const MEMBERS = /** @type {const} */ (['udp', 'relay', 'server_reflexive']);

/**
 * What the host's own test of the network found.
 * @param {{ udp: boolean, relay: boolean, server_reflexive: boolean, elapsed_ms?: number }} result
 * @returns {Fact}
 */
export function networkTested(result) {
  const { udp, relay, server_reflexive, elapsed_ms = 0 } = result ?? {};
  const wrong = MEMBERS.find((name) => typeof result?.[name] !== 'boolean');
  if (wrong) throw new TypeError(noNetworkResult(MEMBERS, wrong, typeof result?.[wrong]));
  const known = Number.isFinite(elapsed_ms) && elapsed_ms > 0;
  return {
    fact: 'network_tested',
    udp,
    relay,
    server_reflexive,
    elapsed_ms: known ? Math.round(elapsed_ms) : 0,
  };
}
