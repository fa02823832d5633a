// How the address of a Redis is named in messages.
import { CannotStart } from '../settings/cannot-start.js';

/** The address without user, password and options, for messages. @param {string} address */
export function nameOf(address) {
  if (address.startsWith('/')) return address; // a Unix socket
  const { protocol, hostname, port, pathname } = read(address) ?? {};
  if (!hostname || !protocol || !['redis:', 'rediss:'].includes(protocol)) {
    throw new CannotStart(
      'CHAT_REDIS is not an address: it should look like redis://127.0.0.1:6379 or rediss://user:password@host:6379/0.',
    );
  }
  return `${protocol}//${hostname}:${port || 6379}${pathname === '/' ? '' : pathname}`;
}

/** @param {string} address */
function read(address) {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
