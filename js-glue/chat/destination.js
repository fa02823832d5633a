// Who a text is written to. Drafts, unsent messages, sessions and transcripts belong to one destination and never move to another, whether the
// page changes or its configuration.
/** @import { ChatTransport } from '../chat.js' */
/** @import { ChatConfig } from '../config.js' */
import { badDestination } from '../owner/chat.js';
import { addressAt, httpAddress, socketAddress } from './address.js';

/** `name`: equal for two conversations only if they write to the same place. `certain`: false for a site's own object without a name. Only its
 * page identifies it, so another object there may write to somebody else.
 * @typedef {{ name: string, certain: boolean }} Destination */

/** One server has one conversation over WebSocket and HTTP. Encryption stays part of the name. @param {URL} address */
const serverAt = ({ href }) => href.replace(/^ws/, 'http');

/** @param {ChatConfig} config @param {string} base @param {string} pageOrigin */
function nameOf({ transport, url, origin }, base, pageOrigin) {
  switch (transport) {
    case 'websocket':
      return serverAt(socketAddress(url, base));
    case 'http':
      return serverAt(httpAddress(url, base));
    case 'post_message':
      return `parent ${new URL(origin).origin}`;
    case 'form':
      return `form ${addressAt(url, base).href}`;
    case 'host':
      return `page ${pageOrigin}`;
    case 'handover':
    case 'none':
      return transport;
  }
}

/** @param {ChatConfig} config @param {string} base  Relative addresses resolve against it. @param {string} pageOrigin @returns {Destination} */
export function destinationOf(config, base, pageOrigin) {
  try {
    return { name: nameOf(config, base, pageOrigin), certain: true };
  } catch {
    return { name: `invalid ${config.url || config.origin}`, certain: true }; // nothing can be sent there; the transport reports it
  }
}

/** @param {ChatTransport} transport @param {string} address  The page's. @param {(line: string) => void} warn @returns {Destination} */
export function customDestination({ destination }, address, warn) {
  if (typeof destination === 'string' && destination !== '')
    return { name: `custom ${destination}`, certain: true };
  if (destination !== undefined) warn(badDestination());
  return { name: `custom on ${address.replace(/#.*/s, '')}`, certain: false };
}
