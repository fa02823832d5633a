// The card: title, picture, steps, buttons. On a narrow window it is a sheet along the lower edge.
export const CARD = `
.card { --pad: 20px; padding: var(--pad); display: flex; flex-direction: column; gap: 14px; max-block-size: 100% }
.steps { list-style: none; counter-reset: step; display: grid; gap: 8px }
.steps li { unicode-bidi: plaintext; overflow-wrap: anywhere; position: relative; counter-increment: step; padding-inline-start: 2.53em; padding-block: 2px; color: var(--text) }
.steps li::before {
  content: counter(step); position: absolute; inset-inline-start: 0; inset-block-start: 0; inline-size: 2em; block-size: 2em;
  border-radius: 50%; display: grid; place-items: center; font-size: .867em; font-weight: 650; line-height: 1;
  color: var(--mark); background: color-mix(in srgb, var(--mark) 13%, var(--surface));
}
.card .actions { padding-block-start: 4px }
.card .action[part~=primary] { background: var(--accent); border-color: #0000; color: var(--on-accent) }
.card .action[part~=primary]:hover { background: color-mix(in srgb, var(--accent) 88%, var(--text)) }
.card .action[part~=quiet], .card .action[part~=quiet]:hover {
  flex-basis: 100%; border-width: 0; background: none; color: var(--mark); text-decoration: underline; text-underline-offset: 3px; text-align: inherit;
  padding-inline: 0; margin-block-end: -6px;
}
.card .action[part~=quiet]:hover { text-decoration-thickness: 2px }
/* The browser's own element. It is usable while it is opaque, in plain contrast, whole, uncovered and at rest. */
.card[data-still] { animation: none }
.recovery { flex: none }
.recover {
  /* It counts padding and border beside its size, whatever it is told, and is at most three lines high; wider than three times its
     words only within a border of another colour. */
  display: block; box-sizing: content-box; inline-size: calc(100% - 2px); min-block-size: 38px; padding: 3px 0; border: 1px solid var(--surface); border-radius: 12px;
  background-color: var(--accent); color: var(--on-accent); font: 560 calc(14em / 15)/1.3 var(--earshot-font, system-ui, sans-serif); text-align: center; cursor: pointer;
  /* A site's own accent may be translucent. */
  background-color: rgb(from var(--accent) r g b / 1); color: rgb(from var(--on-accent) r g b / 1);
}
.recover:focus-visible { outline-offset: 2px }
.recover .fallback { inline-size: 100%; min-block-size: 44px; margin-block: -3px; padding: 10px 13px; border-radius: 12px; font-size: calc(15em / 14) }
.address {
  user-select: all; padding: 1px 5px; border-radius: 6px; background: var(--field); overflow-wrap: anywhere;
  font: .867em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace;
}
.support { align-self: start; min-inline-size: 44px; min-block-size: 44px; display: flex; align-items: center; margin-block: -6px -10px; font-weight: 560; color: var(--mark); text-underline-offset: 3px }
.support:hover { text-decoration-thickness: 2px }

@media (max-width: 480px) {
  .widget:not([data-position=inline]) > .card {
    position: fixed; inset-inline: 0; inset-block-end: 0; inline-size: auto; max-inline-size: none; max-block-size: 100%; border-end-start-radius: 0; border-end-end-radius: 0;
    border-inline-width: 0; padding-block-end: 8px;
    /* A border, not padding: what scrolls never runs under the orb. */
    border-block-end: calc(var(--size) + var(--bottom) + var(--offset) - 8px) solid var(--surface);
    padding-inline: max(var(--pad), env(safe-area-inset-left)) max(var(--pad), env(safe-area-inset-right));
  }
  .widget:not([data-position=inline]) > .dock { z-index: 1 }
}
/* The browser's words do not break. */
@media (max-width: 359px) {
  .card { --pad: 16px }
  .recover { font-size: .867em; font-weight: 500 }
}
@media (max-width: 260px) {
  .widget:not([data-position=inline]) > .card { --pad: 10px }
  .card .head { flex-direction: column-reverse; gap: 0 }
  .card .close { align-self: end; margin: -8px -6px 0 0 }
  .title { font-size: 1em }
  .steps li { padding-inline-start: 2em }
  .steps li::before { inline-size: 1.7em; block-size: 1.7em }
  .widget:not([data-position=inline]):has(.bar:not([hidden])) > .card { border-block-end-width: calc(var(--size) + var(--bottom) + var(--offset) + 56px) }
  .picture { display: none }
}
@media (max-height: 520px) {
  .card { --pad: 16px; gap: 10px }
  .picture { display: none }
}
@media (forced-colors: active) {
  .card .action[part~=primary] { forced-color-adjust: none; background: Highlight; color: HighlightText }
  /* Highlight may be translucent, and then the browser refuses the press. */
  .recover { forced-color-adjust: none; background-color: ButtonText; color: ButtonFace; border-color: ButtonFace }
  .steps li::before, .address { border: 1px solid CanvasText }
}
@media (forced-colors: active) and (max-width: 480px) {
  .widget:not([data-position=inline]) > .card { border-block-end-color: Canvas }
}
`;
