// Painted before the core is there.
/** @import { View } from '../js-glue/answers.js' */

/** @typedef {typeof EARLY} EarlyView */

/** @type {View} */
export const EARLY = {
  orb: 'starting',
  title: 'getting_ready',
  steps: [],
  actions: ['orb'],
  picture: '',
  pointer: '',
  microphone: 'off',
  camera: 'off',
  notifications: 'off',
  kind: '',
  recovery: '',
  link: '',
  address: '',
  browser: 'other',
  support: '',
};
/** A press that came before the core: it is kept for a while, and it shows at once. @type {View} */
export const KEPT = { ...EARLY, orb: 'opening', title: 'connecting', actions: [] };
