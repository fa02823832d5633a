// "Call the practice" on the home page.
import { connectControls } from './controls.js';
import { openRoom } from './room.js';
import { theWidget } from './widget.js';

const panel = /** @type {HTMLElement} */ (document.querySelector('#call'));
openRoom(theWidget(), panel);
connectControls(theWidget(), panel);
