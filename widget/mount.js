/** @import { Config, Place, EarshotWidgetElement } from './earshot.js' */
import { unclobbered } from '../js-glue/unclobbered.js';

/**
 * Puts a widget on the page. `config` is an object or JSON text; what is wrong with it is said in the console.
 * @param {Config | string} [config]
 * @param {Place} [place]
 * @returns {EarshotWidgetElement}
 */
export function mount(config = {}, { target = unclobbered(document).documentElement, chatTransport } = {}) {
  const element = unclobbered(document).createElement('earshot-widget');
  // Before it is connected, since that is when its session begins.
  Object.assign(element, { config }, chatTransport && { chatTransport });
  element.append(' '); // pages hide what is empty
  // Beside the body: libraries put another one in its place, and what a page does to it (a filter, a zoom) is not done to us.
  unclobbered(target).append(element);
  return element;
}
