/** @import { Config, Place, EarshotWidgetElement } from './earshot.js' */
import { unclobbered } from '../js-glue/unclobbered.js';

/**
 * Puts a widget on the page. `config` is an object or JSON text; what is wrong with it is said in the console.
 * @param {Config | string} [config]
 * @param {Place} [place]
 * @returns {EarshotWidgetElement}
 */
export function mount(config = {}, { target = unclobbered(document).body, chatTransport } = {}) {
  const element = unclobbered(document).createElement('earshot-widget');
  // Before it is connected, since that is when its session begins.
  Object.assign(element, { config }, chatTransport && { chatTransport });
  unclobbered(target).append(element);
  return element;
}
