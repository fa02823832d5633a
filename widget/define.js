// Importing this file registers the element; the class alone touches nothing.
import { loadPack } from '../js-glue/assets.js';
import { startSession } from '../js-glue/session.js';
import { VERSION } from '../js-glue/version.js';
import { EarshotWidgetElement } from './earshot-widget.js';

Object.assign(EarshotWidgetElement, { startSession, loadPack, version: VERSION });
// No registry: a server renders the page. Already there: another copy was first, and wins.
if (globalThis.customElements && !customElements.get('earshot-widget')) {
  customElements.define('earshot-widget', EarshotWidgetElement);
}
