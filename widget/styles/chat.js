// The text chat panel.
export const CHAT = `
.chat { display: flex; flex-direction: column; block-size: 520px; max-block-size: 100%; overflow: hidden }
.chat .head { padding: 16px 20px 12px; align-items: center }
.now { display: grid; gap: 10px; padding: 12px 20px; background: var(--field); border-block: 1px solid var(--edge) }
.about { color: var(--soft-text); font-size: 14px }
.now .actions { gap: 8px }
.now .action { flex: 0 1 auto; background: var(--surface) }
.log { flex: 1; min-block-size: 64px; overflow: auto; overscroll-behavior: contain; display: flex; flex-direction: column; gap: 8px; padding: 16px 20px }
.log:focus-visible { outline-offset: -3px }
.empty { margin: auto; color: var(--soft-text); text-align: center; text-wrap: balance }
.message {
  max-inline-size: 85%; padding: 9px 14px; border-radius: 18px; white-space: pre-wrap; overflow-wrap: anywhere;
  align-self: start; background: var(--field); border-end-start-radius: 6px;
}
.message[data-from=visitor] {
  align-self: end; background: var(--accent); color: var(--on-accent); border-end-start-radius: 18px; border-end-end-radius: 6px;
}
.message:first-of-type { margin-block-start: auto }
.state { display: flex; align-items: center; gap: 8px; padding: 8px 20px; font-size: 14px; color: var(--soft-text) }
.link { flex: none; min-block-size: 44px; padding-inline: 8px; font-weight: 600; color: var(--mark); text-decoration: underline; text-underline-offset: 3px }
.write { display: flex; align-items: end; gap: 8px; padding: 12px; border-block-start: 1px solid var(--edge) }
.write textarea {
  flex: 1; min-inline-size: 0; min-block-size: 44px; max-block-size: 128px; field-sizing: content; resize: none; padding: 10px 14px;
  border-radius: 14px; border: 1px solid light-dark(#868da0, #7d8598); background: var(--surface);
  font-size: 16px; /* smaller, and iPhones zoom in */
}
.write textarea::placeholder { color: var(--soft-text); opacity: 1 }
.write textarea:focus-visible { outline: 1px solid var(--mark); outline-offset: 0; border-color: var(--mark) }
.send { flex: none; inline-size: 44px; block-size: 44px; padding: 11px; border-radius: 50%; background: var(--accent); color: var(--on-accent) }
.send[aria-disabled=true] { background: var(--field); color: var(--soft-text); cursor: default }
@media (max-height: 400px) {
  .widget:not([data-position=inline]) > .chat {
    position: fixed; inset: 0; place-self: stretch; z-index: 2; block-size: auto; max-block-size: none; inline-size: auto; max-inline-size: none; overflow: auto; border-radius: 0;
  }
  .chat > :not(.log) { flex: none }
}
@media (forced-colors: active) {
  .message { border: 1px solid CanvasText }
  .send { forced-color-adjust: none; background: Highlight; color: HighlightText }
}
`;
