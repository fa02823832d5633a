// The text chat, as a part of its own: what carries the text, and what shows it.
export { createChat, goesOn } from '../../js-glue/chat/chat.js';
export { default as english } from '../texts/en.json' with { type: 'json' };
export { createPanel } from './panel.js';
export { reasonFor } from './why.js';
export { CHAT } from '../styles/chat.js';
