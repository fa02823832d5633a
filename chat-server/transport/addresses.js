// From where a request comes, for the limits. Whoever has one IPv6 address has 2^64 of them, so these count as one.
import { isIPv6 } from 'node:net';

/** @typedef {import('node:http').IncomingMessage} Request */

/** @param {string[]} proxies  Whose word counts on where a request comes from. Anybody else may write what they like into a header. */
export function createAddresses(proxies) {
  const known = new Set(proxies.map(networkOf));
  /** @param {Request} request */
  return ({ headers, socket: { remoteAddress = '' } }) => {
    const way = [...String(headers['x-forwarded-for'] ?? '').split(','), remoteAddress].map((each) =>
      networkOf(each.trim()),
    );
    let last = way.pop() ?? '';
    while (known.has(last) && way[way.length - 1]) last = way.pop() ?? '';
    return last;
  };
}

/** The first half of an IPv6 address; any other as it is. @param {string} address */
function networkOf(address) {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*/s, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array(Math.max(0, zeros)).fill('0'), ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
