// The site's wishes for the chat, when no core could check them. With a core they are complete, and pass as they are.
/** @import { ChatConfig, ChatLink } from '../contract.js' */

const TRANSPORTS = /** @type {const} */ (['host', 'websocket', 'http', 'post_message', 'none']);

/** @param {unknown} link @returns {link is ChatLink} */
function leads(link) {
  const { href, text } = /** @type {Partial<ChatLink>} */ (link ?? {});
  return typeof href === 'string' && typeof text === 'string' && /^((https?|mailto|tel):|\/(?![/\\]))/i.test(href);
}

/** @param {unknown} value @returns {ChatConfig} */
export function chatSettings(value) {
  const { transport, url, origin, keep, links } = /** @type {Partial<Record<keyof ChatConfig, unknown>>} */ (value ?? {});
  /** @type {ChatConfig} */
  const config = {
    transport: TRANSPORTS.find((name) => name === transport) ?? 'host',
    url: typeof url === 'string' ? url : '',
    origin: typeof origin === 'string' ? origin : '',
    keep: keep !== false,
    links: Array.isArray(links) ? links.filter(leads) : [],
  };
  if (transport === undefined && config.links.length > 0) return { ...config, transport: 'none' };
  const { transport: chosen } = config;
  const missing = chosen === 'post_message' ? !config.origin : (chosen === 'websocket' || chosen === 'http') && !config.url;
  return missing ? { ...config, transport: 'host' } : config;
}
