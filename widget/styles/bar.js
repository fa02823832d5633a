// The buttons beside the orb.
export const BAR = `
.hint { order: -2 }
.bar { flex-wrap: wrap; gap: 2px 6px; max-inline-size: 29.3em; transition: opacity .15s }
.dock:hover { pointer-events: auto } /* on the way from the orb to the words */
.bar .actions { display: flex; flex-wrap: nowrap; flex: none; gap: 4px; margin-inline-start: auto }
.bar .action {
  position: relative; inline-size: 44px; block-size: 44px; padding: 11px; border-radius: 50%; color: var(--text);
  --under: var(--surface);
}
.bar .action:hover { background: var(--field); --under: var(--field) }
.bar .action[aria-pressed=true] { background: var(--text); color: var(--surface); --under: var(--text) }
.bar .action[data-action=end] { background: var(--stop); color: #fff; padding: 10px }
.bar .words {
  position: absolute; inset-block-end: calc(100% + 10px); inset-inline-end: 0; padding: 5px 10px; border-radius: 9px;
  background: var(--text); color: var(--surface); font-size: .867em; font-weight: 500; white-space: nowrap;
  opacity: 0; pointer-events: none; transition: opacity .12s;
}
.bar .action:is(:hover, :focus-visible) .words { opacity: 1 }
.bar .help { order: -1; flex: 1 0 100%; flex-wrap: wrap; justify-content: flex-end }
.bar .help .action, .bar .help .action:hover { position: static; inline-size: auto; block-size: auto; min-block-size: 44px; padding: 4px 12px; margin-block: -4px; background: none }
.bar .help .icon { display: none }
.bar .help .words {
  position: static; opacity: 1; padding: 0; background: none; border: 0; color: var(--mark); font-size: .933em; white-space: normal; max-inline-size: none;
  text-decoration: underline; text-underline-offset: 3px;
}

/* Where the chat cannot be had: its own style is not here either. */
.bar .ways { flex: 1 0 100%; padding: 0 12px 6px; font-size: .933em }
.bar .ways ul { list-style: none }
.bar .ways a { display: inline-flex; align-items: center; min-block-size: 44px; color: var(--mark); text-underline-offset: 3px; overflow-wrap: anywhere }

@media (max-width: 480px) {
  .hint { flex-basis: 130px; max-inline-size: none }
  /* Above the whole row, where there is room for the longest. */
  .bar .actions { position: relative }
  .bar .action { position: static }
  .bar .words { white-space: normal; inline-size: max-content; max-inline-size: 14em }
}
/* As narrow as a watch, or as 400 % and more make a phone: the bar over the orb. */
@media (max-width: 260px) {
  .widget { --offset: var(--earshot-offset, 8px) }
  .bar { padding: 2px }
  .bar .actions { gap: 0 }
  .widget:not([data-position=inline]) .dock { flex-direction: column-reverse; align-items: start; gap: 8px }
  [data-position=bottom-right] .dock:dir(ltr), [data-position=bottom-left] .dock:dir(rtl) { align-items: end !important }
  .hint { padding: 4px 8px }
}
@media (forced-colors: active) {
  .bar .words { border: 1px solid ButtonText }
  .bar .action[aria-pressed=true] { forced-color-adjust: none; background: Highlight; color: HighlightText; --under: Highlight }
}
`;
