/** @import { ChatTransport } from '../js-glue/chat.js' */
import { unclobbered } from '../js-glue/unclobbered.js';

/**
 * Puts a widget on the page. `config` is an object or JSON text; what is wrong with it is said in the console.
 * @param {Record<string, unknown> | string} [config]
 * @param {{ target?: ParentNode, chatTransport?: ChatTransport }} [place]
 */
export function mount(config = {}, { target = unclobbered(document).body, chatTransport } = {}) {
  const element = unclobbered(document).createElement('earshot-widget');
  // Before it is connected, since that is when its session begins.
  Object.assign(element, { config }, chatTransport && { chatTransport });
  unclobbered(target).append(element);
  return element;
}
