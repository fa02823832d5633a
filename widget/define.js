// Importing this file registers the element; the class alone touches nothing.
import { startSession } from '../js-glue/session.js';
import { EarshotWidgetElement } from './earshot-widget.js';

EarshotWidgetElement.startSession = startSession;
// No registry: a server renders the page. Already there: another copy was first, and wins.
if (globalThis.customElements && !customElements.get('earshot-widget')) {
  customElements.define('earshot-widget', EarshotWidgetElement);
}
