// The look of what comes after the orb. What a site may set stands in sheet.js.
import { BAR } from './styles/bar.js';
import { PANEL } from './styles/panel.js';
import { PARTS } from './styles/parts.js';
import { STATES } from './styles/states.js';

export const STYLES = [PARTS, STATES, BAR, PANEL].join('\n');
