// A page that imports the module from its own server.
import { mount } from '/earshot/earshot.mjs';

mount({ media: ['microphone'] }).press('orb');
// @ts-expect-error TS2353: no such option
mount({ camera: true });
