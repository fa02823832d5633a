// Importing this file registers the element; the class alone touches nothing.
import { createFirstGlue } from '../js-glue/first-glue.js';
import { createPart } from '../js-glue/part.js';
import { VERSION } from '../js-glue/version.js';
import { EarshotWidgetElement } from './earshot-widget.js';

Object.assign(EarshotWidgetElement, {
  version: VERSION,
  glue: createFirstGlue(createPart(() => import('./live.js'))),
});
// No registry: a server renders the page. Already there: another copy was first, and wins.
if (globalThis.customElements && !customElements.get('earshot-widget')) {
  customElements.define('earshot-widget', EarshotWidgetElement);
}
