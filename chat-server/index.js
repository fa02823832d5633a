// What a Node server of one's own imports to serve the chat: see "In your own server" in README.md.
export { openChat } from './open-chat.js';
export { CannotStart } from './settings/cannot-start.js';
export { readEnvironment } from './settings/environment.js';
export { LIMITS } from './settings/limits.js';
export { HEADERS } from './settings/settings.js';

/** @typedef {import('./open-chat.js').OpenChat} OpenChat */
/** @typedef {import('./settings/settings.js').ChatSettings} ChatSettings */
/** @typedef {import('./settings/settings.js').Script} Script */
/** @typedef {import('./settings/limits.js').Limits} Limits */
