// Importing this file registers the element; the class alone touches nothing.
import { LIVE_INTEGRITY } from '../js-glue/assets.js';
import { createFirstGlue } from '../js-glue/first-glue.js';
import { createPart } from '../js-glue/part.js';
import { loadScriptPart } from '../js-glue/script-part.js';
import { VERSION } from '../js-glue/version.js';
import { EarshotWidgetElement } from './earshot-widget.js';

// A module has its parts imported, and a bundler sees where; the classic script loads them by tags of its own.
const live = createPart(() =>
  import.meta.bundled || import.meta.url ? import('./live.js') : loadScriptPart('live', LIVE_INTEGRITY),
);

Object.assign(EarshotWidgetElement, { version: VERSION, glue: createFirstGlue(live) });
// No registry: a server renders the page. Already there: another copy was first, and wins.
if (globalThis.customElements && !customElements.get('earshot-widget')) {
  customElements.define('earshot-widget', EarshotWidgetElement);
}
