// What `import 'earshot'` gives.
import './define.js';
export { mount } from '../js-glue/mount.js';
export { EarshotWidgetElement } from './earshot-widget.js';
