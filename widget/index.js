// What `import 'earshot'` gives.
import './define.js';
export { mount } from './mount.js';
export { EarshotWidgetElement } from './earshot-widget.js';
