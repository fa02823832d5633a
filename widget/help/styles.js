// The look of the card and of what is in it.
import { CARD } from '../styles/card.js';
import { PICTURE } from '../styles/picture.js';

export const HELP = [CARD, PICTURE].join('\n');
