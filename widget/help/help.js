// The part for whoever is not heard at once: the card with its steps and drawings, and what a session needs only then.
export { createHelp } from '../../js-glue/help.js';
export { createCard } from './card.js';
export { createPointer } from './pointer.js';
export { createReach } from '../reach/reach.js';
export { HELP } from './styles.js';
export { default as english } from '../texts/en.json' with { type: 'json' };
