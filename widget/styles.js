// The look. One constructed sheet per element: allowed under any `style-src`.
//
// A site sets these on `earshot-widget` (or anywhere above it):
//   --earshot-accent      buttons, ring and marks               --earshot-on-accent   what is drawn on the accent
//   --earshot-surface     card, bar and chat                    --earshot-text        words on the surface
//   --earshot-radius      corners of the card (20px)            --earshot-size        the orb's diameter (64px)
//   --earshot-offset      distance from the window's edges      --earshot-z-index     above the page (2147483000)
//   --earshot-font        font family
// A site that sets surface or text sets both, and for light and dark: `light-dark(#fffdf6, #23201a)` follows the widget's theme.
// And `::part(…)` for anything else (the names stand beside the class).
import { CARD } from './styles/card.js';
import { CHAT } from './styles/chat.js';
import { FRAME } from './styles/frame.js';
import { ORB } from './styles/orb.js';
import { PICTURE } from './styles/picture.js';
import { POINTER } from './styles/pointer.js';

const CSS = [FRAME, ORB, CARD, CHAT, PICTURE, POINTER].join('\n');

/** @param {ShadowRoot} root */
export function addStyles(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
}
