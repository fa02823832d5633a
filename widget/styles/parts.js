// What the parts share that come after the orb.
export const PARTS = `
.widget {
  --soft-text: color-mix(in srgb, var(--text) 72%, var(--surface));
  --field: color-mix(in srgb, var(--text) 5%, var(--surface));
  --good: light-dark(#0c7a55, #15875f);
  --warn: light-dark(#a35200, #bf6410);
  --stop: light-dark(#c02a48, #d23f5b);
  --stop-mark: light-dark(#c02a48, #ff8fa2);
  --radius: var(--earshot-radius, 20px);
  --wide: min(360px, 100vw - 2 * var(--offset));
}
.card, .chat { grid-row: 1; align-self: end }
[data-position=inline] :is(.card, .chat) { grid-row: 2 }
.icon .cut { stroke: var(--under); stroke-width: 5.4; stroke-linecap: round }
.icon .solid { fill: currentColor }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.title, .words { unicode-bidi: plaintext; overflow-wrap: anywhere }
`;
