// Colours of the drawings. A browser's own window is drawn: it is not mirrored where the page runs from right to left.
export const PICTURE = `
.picture { border-radius: 14px; background: var(--field); overflow: hidden; flex: none }
.picture svg { display: block; inline-size: 100%; block-size: auto; direction: ltr; fill: none; stroke-linecap: round; stroke-linejoin: round }
.picture .frame { fill: var(--surface); stroke: var(--edge); stroke-width: 1.5 }
.picture .field { fill: var(--field); stroke: var(--edge) }
.picture rect.faint, .picture circle.faint { fill: light-dark(#b9c0ce, #5a6173) }
.picture path.faint { stroke: light-dark(#b9c0ce, #5a6173); stroke-width: 1.6 }
.picture .firm { stroke: var(--text); stroke-width: 1.6 }
.picture .cross { stroke: var(--stop-mark); stroke-width: 2 }
.picture .on { fill: var(--accent) }
.picture .knob { fill: var(--on-accent) }
.picture .strong { fill: var(--text); font-size: 12px; font-weight: 700 }
.picture .here { fill: color-mix(in srgb, var(--mark) 14%, #0000); stroke: var(--mark); stroke-width: 2.4; animation: notice 2.6s ease-in-out infinite }
@keyframes notice { 50% { stroke-opacity: .45 } }
@media (forced-colors: active) {
  .picture .here { stroke: Highlight }
  .picture .firm, .picture .cross { stroke: CanvasText }
}
`;
