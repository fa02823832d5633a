// The text chat panel. On a narrow window it is a sheet that stands on the keyboard.
export const CHAT = `
.chat { display: flex; flex-direction: column; block-size: 560px; max-block-size: 100%; overflow: hidden }
.chat .head { padding: 16px 20px 12px; align-items: center }
.now { display: grid; gap: 10px; padding: 12px 20px; background: var(--field); border-block: 1px solid var(--edge) }
.about { color: var(--soft-text); font-size: .933em }
.now .actions { gap: 8px }
.now .action { flex: 0 1 auto; background: var(--surface) }
.now[data-ready] .action[part~=primary] { background: var(--accent); border-color: #0000; color: var(--on-accent) }
.chat:has(> .reader[hidden]) { block-size: auto }
.reader { position: relative; flex: 1; min-block-size: 64px; display: flex; flex-direction: column }
.log {
  position: relative; flex: 1; min-block-size: 0; overflow: auto; overscroll-behavior: contain; overflow-anchor: none;
  display: flex; flex-direction: column; padding: 16px 20px;
}
.log:focus-visible { outline-offset: -3px }
.empty { margin: auto; color: var(--soft-text); text-align: center; text-wrap: balance }
.rows { display: flex; flex-direction: column; margin-block-start: auto }
.row { display: flex; flex-direction: column; align-items: start; margin-block-start: 12px }
.row[data-continues] { margin-block-start: 4px }
.row[data-from=visitor] { align-items: end }
.day { align-self: center; margin-block: 8px 12px; font-size: .867em; color: var(--soft-text) }
.day::first-letter { text-transform: uppercase }
.who { max-inline-size: 85%; padding-inline: 14px; margin-block-end: 3px; font-size: .867em; color: var(--soft-text); overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.message {
  max-inline-size: 85%; padding: 9px 14px; border-radius: 18px; white-space: pre-wrap; overflow-wrap: anywhere; overflow: hidden;
  background: var(--field); border-end-start-radius: 6px;
}
.message a { unicode-bidi: isolate; color: inherit; text-decoration: underline; text-underline-offset: 3px }
.message a:focus-visible { outline-color: currentColor; outline-offset: 1px }
.row[data-from=visitor] .message {
  background: var(--accent); color: var(--on-accent); border-end-start-radius: 18px; border-end-end-radius: 6px;
}
.row:is([data-status=sending], [data-status=failed]) .message { background: var(--surface); color: var(--text); box-shadow: inset 0 0 0 1.5px var(--edge) }
.row[data-status=failed] .message { box-shadow: inset 0 0 0 1.5px var(--stop-mark) }
.meta { display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; padding-inline: 14px; margin-block-start: 3px; font-size: .867em; color: var(--soft-text) }
.row[data-from=visitor] .meta { justify-content: end; padding-inline: 4px }
.row[data-status=failed] .status { color: var(--stop-mark); font-weight: 600 }
.link { flex: none; min-block-size: 44px; min-inline-size: 44px; padding-inline: 8px; font-weight: 600; color: var(--mark); text-decoration: underline; text-underline-offset: 3px }
.earlier { align-self: center; font-size: .933em }
.newest {
  position: absolute; inset-block-end: 8px; inset-inline: 0; margin-inline: auto; inline-size: fit-content; max-inline-size: calc(100% - 32px);
  min-block-size: 44px; padding: 8px 18px; border-radius: 22px; background: var(--text); color: var(--surface); font-size: .933em; font-weight: 560; box-shadow: var(--shadow);
}
.typing { padding: 0 20px 10px; font-size: .933em; color: var(--soft-text) }
.typing::before { content: ""; display: inline-block; inline-size: 8px; block-size: 8px; margin-inline-end: 8px; border-radius: 50%; background: var(--mark); animation: pulse 1.4s ease-in-out infinite }
@keyframes pulse { 50% { opacity: .25; scale: .75 } }
.ways { padding: 10px 20px; border-block-start: 1px solid var(--edge); font-size: .933em; color: var(--soft-text); overflow: auto; max-block-size: 40% }
.ways ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 16px }
.ways a { display: inline-flex; align-items: center; min-block-size: 44px; min-inline-size: 44px; font-weight: 560; color: var(--mark); overflow-wrap: anywhere; text-underline-offset: 3px }
.ways a:hover { text-decoration-thickness: 2px }
.reader[hidden] ~ .ways { flex: 1; max-block-size: none; border: 0; font-size: 1em; padding-block: 16px }
.state { display: flex; align-items: center; gap: 8px; padding: 8px 20px; font-size: .933em; color: var(--soft-text); border-block-start: 1px solid var(--edge) }
.state span { flex: 1 }
.write { display: flex; flex-wrap: wrap; align-items: end; gap: 8px; padding: 12px; border-block-start: 1px solid var(--edge) }
/* The text once more, unseen, is what the field grows with: not every browser can size a field by its content. */
.grow { flex: 1; min-inline-size: 0; display: grid; max-block-size: 8.8em }
.grow::after { content: attr(data-text) " "; box-sizing: border-box; visibility: hidden; white-space: pre-wrap; overflow-wrap: anywhere; overflow: hidden }
.grow::after, .grow textarea {
  grid-area: 1 / 1; min-inline-size: 0; min-block-size: 44px; max-block-size: 8.25em; padding: 10px 14px; border-radius: 14px;
  border: 1px solid light-dark(#868da0, #7d8598); font: inherit; line-height: 1.4; font-size: max(16px, 1em); /* smaller, and iPhones zoom in */
}
.about, .empty, .state { unicode-bidi: plaintext; overflow-wrap: anywhere }
.grow textarea { color: inherit; inline-size: 100%; resize: none; background: var(--surface); overflow-wrap: anywhere }
.write textarea::placeholder { color: var(--soft-text); opacity: 1 }
.write textarea:focus-visible { outline: 1px solid var(--mark); outline-offset: 0; border-color: var(--mark) }
.about:empty { display: none }
.mail { display: grid; gap: 4px; padding: 12px 12px 0; border-block-start: 1px solid var(--edge); font-size: .933em }
.mail ~ .write { border: 0 }
.mail[hidden] ~ .write { border-block-start: 1px solid var(--edge) }
.mail input {
  min-inline-size: 0; min-block-size: 44px; padding: 10px 14px; border-radius: 14px; border: 1px solid light-dark(#868da0, #7d8598);
  background: var(--surface); color: inherit; font: inherit; font-size: max(16px, calc(15em / 14)); /* as in the field below */
}
.mail input:focus-visible { outline: 1px solid var(--mark); outline-offset: 0; border-color: var(--mark) }
.mail input[aria-invalid] { border-color: var(--stop-mark) }
.wrong { color: var(--stop-mark) }
.forget { align-self: center; max-inline-size: 100%; padding-inline: 20px; font-size: .867em; font-weight: 400; color: var(--soft-text) }
.left { flex-basis: 100%; font-size: .867em; color: var(--soft-text); padding-inline: 4px }
.send { flex: none; inline-size: 44px; block-size: 44px; padding: 11px; border-radius: 50%; background: var(--accent); color: var(--on-accent) }

.count {
  min-inline-size: 1.7em; padding-inline: 6px; border-radius: 2em; background: var(--stop); color: #fff; pointer-events: none;
  font-size: .867em; font-weight: 650; line-height: 1.7; text-align: center; font-variant-numeric: tabular-nums;
}
.orb .count { position: absolute; inset-block-start: -4px; inset-inline-start: -4px; box-shadow: 0 0 0 2px var(--surface) }
.bar .action:has(> .count:not([hidden])) { display: grid; justify-content: center }
.bar .action :is(.icon, .count) { grid-area: 1 / 1 }
.bar .action .count { justify-self: end; margin-block-start: -13px; margin-inline-end: -15px; box-shadow: 0 0 0 2px var(--surface) }
.card .action .count { display: inline-block; margin-inline-start: 8px }

@media (max-width: 480px) {
  .widget:not([data-position=inline]) > .chat {
    position: fixed; inset-inline: 0; inset-block-end: var(--covered); z-index: 2; inline-size: auto; max-inline-size: none;
    block-size: 720px; max-block-size: calc(var(--tall) - 12px); border-inline-width: 0; border-block-end-width: 0; border-end-start-radius: 0; border-end-end-radius: 0;
    padding: 0 env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }
  /* Nothing under the sheet takes the keyboard. */
  .widget:not([data-position=inline]):has(> .chat:not([hidden])) > .dock { visibility: hidden }
  .chat .head { padding-inline: 16px }
  .now, .log, .ways, .state { padding-inline: 16px }
}
@media (max-width: 260px) {
  .write { padding: 6px; gap: 4px }
  .grow::after, .grow textarea { padding-inline: 8px }
  .message, .who { max-inline-size: 100%; padding-inline: 10px }
}
@media (max-height: 400px) {
  .widget:not([data-position=inline]) > .chat {
    position: fixed; inset: 0; place-self: stretch; z-index: 2; block-size: auto; max-block-size: none; inline-size: auto; max-inline-size: none; overflow: auto; border-radius: 0;
    padding: 0 env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }
  .chat > :not(.reader) { flex: none }
  .reader { flex: 1 0 auto; min-block-size: 120px }
  .log { max-block-size: 60dvh }
}
@media (forced-colors: active) {
  .message { border: 1px solid CanvasText }
  .row[data-status=failed] .message { border-width: 2px; border-style: dashed }
  .send, .newest, .now[data-ready] .action[part~=primary] { forced-color-adjust: none; background: Highlight; color: HighlightText }
  .count { forced-color-adjust: none; background: CanvasText; color: Canvas }
  .typing::before { background: CanvasText }
}
`;
