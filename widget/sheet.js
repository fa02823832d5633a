// The look, in constructed sheets: allowed under any `style-src`. The orb's comes with frame.js, the rest with styles.js, and the chat's with the chat.
//
// A site sets these on `earshot-widget` (or anywhere above it):
//   --earshot-accent      buttons, ring and marks               --earshot-on-accent   what is drawn on the accent
//   --earshot-surface     card, bar and chat                    --earshot-text        words on the surface
//   --earshot-radius      corners of the card (20px)            --earshot-size        the orb's diameter (64px)
//   --earshot-offset      distance from the window's edges      --earshot-offset-side, --earshot-offset-bottom   the same, apart
//   --earshot-z-index     above the page (2147483000)
//   --earshot-font        font family
// A site that sets surface or text sets both, and for light and dark: `light-dark(#fffdf6, #23201a)` follows the widget's theme.
// And `::part(…)` for anything else (the names stand beside the class).

import { make } from './dom.js';

/** @param {ShadowRoot} root @param {string} css */
export function addSheet(root, css) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    root.append(make('style', {}, css)); // before Safari 16.4, and where a script has broken them
  }
}
