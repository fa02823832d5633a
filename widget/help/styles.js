// The look of the card, of what is in it, of the arrow, and of what is brought within reach.
import { CARD } from '../styles/card.js';
import { PICTURE } from '../styles/picture.js';
import { POINTER } from '../styles/pointer.js';
import { REACH } from '../styles/reach.js';

export const HELP = [CARD, PICTURE, POINTER, REACH].join('\n');
