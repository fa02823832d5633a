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
  --wide: min(24em, 100vw - 2 * var(--side));
}
.card, .chat { grid-row: 1; align-self: end }
[data-position=inline] :is(.card, .chat) { grid-row: 2 }
/* Card and chat stand over the orb; inline, under it. */
.widget { gap: 16px; grid-template-rows: minmax(0, 1fr) auto; align-content: end; max-block-size: calc(100% - var(--bottom) - var(--offset)) }
.widget[data-position=inline] { max-block-size: none }
.dock { grid-row: 2 }
[data-position=inline] .dock { grid-row: 1 }
@media (max-height: 520px) { .widget { gap: 10px } }
button { touch-action: manipulation; -webkit-tap-highlight-color: #0000 }
.hint[for] { cursor: pointer }
.disc { transition: background-color .2s, scale .15s }
/* Icons are drawn anew while a hand is down: the button under it has to stay the same. */
.icon { pointer-events: none }
.icon .cut { stroke: var(--under); stroke-width: 5.4; stroke-linecap: round }
.icon .solid { fill: currentColor }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.title, .words { unicode-bidi: plaintext; overflow-wrap: anywhere }
`;
