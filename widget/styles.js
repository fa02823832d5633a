// The look of what comes after the orb. What a site may set stands in first-styles.js.
import { addSheet } from './first-styles.js';
import { BAR } from './styles/bar.js';
import { CARD } from './styles/card.js';
import { CHAT } from './styles/chat.js';
import { PICTURE } from './styles/picture.js';
import { PARTS } from './styles/parts.js';
import { POINTER } from './styles/pointer.js';
import { STATES } from './styles/states.js';

/** @param {ShadowRoot} root */
export const addStyles = (root) =>
  addSheet(root, [PARTS, STATES, BAR, CARD, CHAT, PICTURE, POINTER].join('\n'));
