// Colours, place and what all parts share. Logical properties only, but for the two corners that a site names by side.
export const FRAME = `
:host { display: contents }
.widget {
  all: initial; /* what the page's words look like is not for ours */
  visibility: inherit;
  color-scheme: light dark;
  --accent: var(--earshot-accent, light-dark(#3c55d6, #5069ea));
  --on-accent: var(--earshot-on-accent, #fff);
  --mark: var(--earshot-accent, light-dark(#3c55d6, #a3b3ff)); /* the accent as a line or a word on the surface */
  --surface: var(--earshot-surface, light-dark(#fff, #1c1f27));
  --text: var(--earshot-text, light-dark(#171a22, #f1f3f8));
  /* Made of the two, so that a site's own surface needs no more. */
  --edge: color-mix(in srgb, var(--text) 14%, var(--surface));
  --size: var(--earshot-size, 64px);
  --offset: var(--earshot-offset, 24px);
  --side: max(var(--earshot-offset-side, var(--offset)), env(safe-area-inset-left), env(safe-area-inset-right));
  --bottom: max(var(--earshot-offset-bottom, var(--offset)), env(safe-area-inset-bottom));
  --shadow: 0 3px 12px #0b10201f, 0 16px 40px #0b10201f;
  --under: var(--surface);
  position: fixed;
  inset-block-end: var(--bottom);
  z-index: var(--earshot-z-index, 2147483000);
  display: grid;
  inline-size: max-content;
  max-inline-size: calc(100% - 2 * var(--side));
  color: var(--text);
  font: 400 medium/1.45 var(--earshot-font, system-ui, sans-serif);
  pointer-events: none;
}
.widget > * { font-size: .9375em } /* 15 of 16 px, and more for whoever reads larger */
.widget > *, .dock > * { pointer-events: auto }
.widget[data-theme=light] { color-scheme: light }
.widget[data-theme=dark] { color-scheme: dark }
.widget[data-theme=page] { color-scheme: inherit }
.widget, .widget * { box-sizing: border-box; margin: 0; padding: 0 }
:host([hidden]), [hidden] { display: none !important }

.widget[data-position=bottom-left] { left: var(--side); justify-items: left }
.widget[data-position=bottom-right] { right: var(--side); justify-items: right }
.widget[data-position=inline] {
  position: relative; inset: auto; z-index: auto; max-inline-size: 100%; justify-items: start;
}
.dock { display: flex; align-items: center; gap: 14px; max-inline-size: 100%; pointer-events: none }
[data-position=bottom-right] .dock:dir(ltr), [data-position=bottom-left] .dock:dir(rtl) { flex-direction: row-reverse }

button { font: inherit; color: inherit; appearance: none; border: 0; background: none; cursor: pointer;  }
:focus { outline: none }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 3px }
.icon { display: block; inline-size: 100%; block-size: 100%; fill: none; overflow: visible }
.icon .line { stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round }

@media (max-width: 480px) { .widget { --offset: var(--earshot-offset, 16px) } }
/* Low windows: a phone on its side, or 200 % and 400 % zoom. */
@media (max-height: 400px) { .widget { --size: 44px; --offset: 8px; } }

@media print { .widget { display: none } }
@media (prefers-reduced-motion: reduce) {
  .widget *, .widget *::before, .widget *::after { animation: none !important; transition: none !important }
}
`;
