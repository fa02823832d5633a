// The site's configuration as JSON text.
/** @import { Config } from './earshot.js' */
import { toJson } from '../js-glue/own-json.js';

/** @param {HTMLElement} element @param {Config | string | null | undefined} config */
export function configText(element, config) {
  if (config === null || config === undefined) return element.getAttribute('config') || '{}';
  if (typeof config === 'string') return config;
  try {
    return toJson(config) ?? 'null';
  } catch {
    return 'null'; // it contains itself; the core says that this is no configuration
  }
}
