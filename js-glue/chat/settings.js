// The site's wishes for the chat, when no core could check them. With a core they are complete, and pass as they are.
/** @import { ChatConfig, ChatLink } from '../config.js' */

const TRANSPORTS = /** @type {const} */ ([
  'host',
  'websocket',
  'http',
  'post_message',
  'form',
  'handover',
  'none',
]);
const WITH_URL = ['websocket', 'http', 'form'];
const ORIGIN = /^https?:\/\/[a-z0-9.:[\]-]+$/; // a browser compares it letter by letter
const ADDRESS = /^(?:(?:https?:\/\/|mailto:|tel:)[^\0- \\\x7f]+|\/(?!\/)[^\0- \\\x7f]*)$/i;
const MOST_LINKS = 8;

/** @param {unknown} link @returns {ChatLink[]} */
function leading(link) {
  const { href, text } = /** @type {Partial<ChatLink>} */ (link ?? {});
  const says = typeof text === 'string' && text !== '' && new TextEncoder().encode(text).length <= 100;
  return says && typeof href === 'string' && href.length <= 2000 && ADDRESS.test(href)
    ? [{ href, text }]
    : [];
}

/** @param {unknown} value @returns {ChatConfig} */
export function chatSettings(value) {
  const { transport, url, origin, keep, links } = /** @type {Partial<Record<keyof ChatConfig, unknown>>} */ (
    value ?? {}
  );
  /** @type {ChatConfig} */
  const config = {
    transport: TRANSPORTS.find((name) => name === transport) ?? 'host',
    url: typeof url === 'string' ? url : '',
    origin: typeof origin === 'string' && ORIGIN.test(origin) ? origin : '',
    keep: keep !== false,
    links: Array.isArray(links) ? links.flatMap(leading).slice(0, MOST_LINKS) : [],
  };
  if (transport === undefined && config.links.length > 0) return { ...config, transport: 'none' };
  const { transport: chosen } = config;
  const missing = chosen === 'post_message' ? !config.origin : WITH_URL.includes(chosen) && !config.url;
  return missing ? { ...config, transport: 'host' } : config;
}
