// The look of the card, of what is in it, and of the arrow.
import { CARD } from '../styles/card.js';
import { PICTURE } from '../styles/picture.js';
import { POINTER } from '../styles/pointer.js';

export const HELP = [CARD, PICTURE, POINTER].join('\n');
