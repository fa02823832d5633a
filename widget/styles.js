// The look of what comes after the orb. What a site may set stands in sheet.js.
import { BAR } from './styles/bar.js';
import { CARD } from './styles/card.js';
import { PICTURE } from './styles/picture.js';
import { PARTS } from './styles/parts.js';
import { POINTER } from './styles/pointer.js';
import { STATES } from './styles/states.js';

export const STYLES = [PARTS, STATES, BAR, CARD, PICTURE, POINTER].join('\n');
