// The drawings of where to press: colours of what they are made of, and the three frames. A frame is seen for 1.6 s, all of them
// twice; layers are named after the frames that they are seen in.
export const PICTURE = `
.picture {
  --paper: var(--surface); --ink: var(--text); --line: light-dark(#aeb6c6, #626a7d); --brink: light-dark(#c9cfdb, #454c5c);
  --strip: light-dark(#d8e2f6, #2b3346); --well: light-dark(#edf0f6, #2a2f3b); --grey: light-dark(#d5d9e2, #434a5a);
  position: relative; border-radius: 14px; background: color-mix(in srgb, var(--text) 3%, var(--surface)); overflow: hidden; flex: none;
  outline: 1px solid var(--edge); outline-offset: -1px;
}
.scene svg { display: block; inline-size: 100%; block-size: auto; fill: none; stroke-linecap: round; stroke-linejoin: round }
.scene text { direction: ltr; unicode-bidi: isolate; font: 11px system-ui, sans-serif; fill: var(--ink); white-space: pre }
[data-mirrored] .scene text { text-anchor: end }
.scene .strong { font-weight: 700; font-size: 10.5px }
.scene .strip { fill: var(--strip); stroke: var(--brink) }
.scene .paper { fill: var(--paper) }
.scene .well { fill: var(--well) }
.scene .panel { fill: var(--paper); stroke: var(--brink) }
.scene .edge { stroke: var(--brink) }
.scene .soft { fill: var(--strip) }
.scene .off, .scene .held { fill: var(--grey) }
.scene :is(rect, circle).faint { fill: var(--line) }
.scene path.faint { stroke: var(--line); stroke-width: 1.5 }
.scene .firm { stroke: var(--ink); stroke-width: 1.4 }
.scene .lit { stroke: var(--on-accent); stroke-width: 1.4 }
.scene .cut { stroke: var(--paper); stroke-width: 4 }
.scene .on { fill: var(--accent) }
.scene .knob { fill: var(--on-accent) }
.scene .off + .knob { fill: var(--ink) }
.scene .here { stroke: var(--mark); stroke-width: 2.6 }
.scene :is(rect, circle).here { fill: color-mix(in srgb, var(--mark) 12%, #0000) }
.scene .cursor { fill: var(--ink); stroke: var(--paper); stroke-width: 1.2 }

.play { position: absolute; inset: 0; display: flex; direction: ltr; justify-content: end; align-items: start; padding: 7px }
[data-mirrored] .play { justify-content: start }
.play:focus-visible { outline-offset: -4px; border-radius: 14px }
.pill {
  display: flex; align-items: center; gap: 6px; padding: 2px 10px; border: 1px solid var(--edge); border-radius: 13px; max-inline-size: 48%;
  background: var(--surface); color: var(--mark); font-size: .833em; font-weight: 600; unicode-bidi: plaintext;
}
.play:hover .pill { border-color: var(--mark) }
.pill svg { inline-size: 9px; flex: none; fill: currentColor }
.play:not([data-asked]) path + path, [data-asked] path:first-child { display: none }

.picture:not([data-shown]) .chip, [data-shown] .tune { display: none }
[data-frame="1"] :is(.f2, .f3, .f23), [data-frame="2"] :is(.f1, .f3), [data-frame="3"] :is(.f1, .f2, .f12) { visibility: hidden }
[data-playing] .scene g g { animation: 4.8s step-end 2 }
[data-playing] .scene .f1 { animation-name: f1 }
[data-playing] .scene .f2 { animation-name: f2 }
[data-playing] .scene .f3 { animation-name: f3 }
[data-playing] .scene .f12 { animation-name: f12 }
[data-playing] .scene .f23 { animation-name: f23 }
@keyframes f1 { 33.3% { visibility: hidden } }
@keyframes f2 { 33.3% { visibility: visible } 66.6% { visibility: hidden } }
@keyframes f3 { 66.6% { visibility: visible } }
@keyframes f12 { 66.6% { visibility: hidden } }
@keyframes f23 { 33.3% { visibility: visible } }

@media (forced-colors: active) {
  .picture { --paper: Canvas; --ink: CanvasText; --line: GrayText; --brink: CanvasText; --strip: Canvas; --well: Canvas; --grey: Canvas; --on-accent: Canvas; border: 1px solid CanvasText }
  .scene :is(.well, .off, .held, .soft) { stroke: GrayText }
  .scene .on { fill: Highlight }
  .scene .here { stroke: Highlight; stroke-width: 3.5 }
  .scene :is(rect, circle).here { fill: none }
}
`;
