/** @import { ChatTransport } from './contract.js' */

/**
 * Puts a widget on the page. `config` is an object or JSON text; what is wrong with it is said in the console.
 * @param {Record<string, unknown> | string} [config]
 * @param {{ target?: ParentNode, chatTransport?: ChatTransport }} [place]
 */
export function mount(config = {}, { target = document.body, chatTransport } = {}) {
  const element = document.createElement('earshot-widget');
  // Before it is connected, since that is when its session begins.
  Object.assign(element, { config }, chatTransport && { chatTransport });
  target.append(element);
  return element;
}
