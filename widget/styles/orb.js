// The orb and the bar beside it.
export const ORB = `
.orb {
  --tone: var(--accent);
  --on-tone: var(--on-accent);
  --under: var(--tone);
  position: relative;
  flex: none;
  inline-size: var(--size);
  block-size: var(--size);
  min-inline-size: 44px;
  min-block-size: 44px;
  border-radius: 50%;
  color: var(--on-tone);
}
.disc {
  position: absolute; inset: 0; border-radius: 50%; padding: 27%;
  background: radial-gradient(120% 120% at 30% 20%, color-mix(in srgb, var(--tone) 86%, #fff), var(--tone) 55%);
  box-shadow: var(--shadow), inset 0 0 0 1px #ffffff1f;
  transition: background-color .2s, scale .15s;
}
.orb:hover .disc { scale: 1.04 }
.orb:active .disc { scale: .96 }
.orb:focus-visible { outline-offset: 9px }
.ring { position: absolute; inset: -6px; border-radius: 50%; border: 2.5px solid #0000; pointer-events: none }
.badge {
  position: absolute; inset-block-start: -4px; inset-inline-end: -4px; inline-size: 25px; block-size: 25px; padding: 4.5px;
  border-radius: 50%; background: var(--surface); color: var(--text); --under: var(--surface);
  box-shadow: 0 0 0 2px var(--tone), 0 2px 6px #0b102033;
}
.badge:empty { display: none }
.badge .line { stroke-width: 2.8 }

.orb[data-orb=starting] .disc { opacity: .82 }
.orb[data-orb=starting] .ring { border: 2.5px dotted color-mix(in srgb, var(--tone) 50%, #0000) }
.orb[data-orb=idle] .ring { border-color: color-mix(in srgb, var(--tone) 55%, #0000); animation: breathe 4.5s ease-in-out 3 }
.orb[data-orb=idle][data-anew] .ring { animation-name: breathe-anew }
.orb[data-orb=opening] .ring {
  border-color: color-mix(in srgb, var(--tone) 22%, #0000); border-block-start-color: var(--tone); animation: turn 1s linear infinite;
}
.orb[data-orb=asking] .ring { border-color: var(--tone) }
.orb[data-orb=asking] .ring::after {
  content: ""; position: absolute; inset: -2.5px; border-radius: 50%; border: 2.5px solid var(--tone); animation: spread 2s ease-out infinite;
}
.orb[data-orb=choosing] .ring { border: 2.5px dashed var(--tone) }
.orb:is([data-orb=live], [data-orb=live_audio_only]) { --tone: var(--good); --on-tone: #fff }
.orb:is([data-orb=live], [data-orb=live_audio_only]) .ring {
  border-color: var(--tone);
}
.glow { display: none; position: absolute; inset: -7px; border-radius: 50%; background: color-mix(in srgb, var(--tone) 26%, #0000); pointer-events: none; will-change: scale }
.orb:is([data-orb=live], [data-orb=live_audio_only]):not([data-quiet]) .glow { display: block }
.orb[data-quiet] { --tone: light-dark(#4b5264, #666e82) !important; --on-tone: #fff !important }
.orb[data-quiet] .ring { border-style: double !important; border-width: 4px }
.orb[data-orb=interrupted] { --tone: var(--warn); --on-tone: #fff }
.orb[data-orb=interrupted] .ring { border: 3px dashed var(--tone); animation: turn 12s linear infinite }
.orb[data-orb=blocked] { --tone: var(--stop); --on-tone: var(--stop-mark); --under: var(--surface) }
.orb[data-orb=blocked] .disc { background: var(--surface) }
.orb[data-orb=blocked] .ring { border: 4px solid var(--tone) }
.orb[data-orb=ended] { --tone: light-dark(#5b6275, #aab1c2); --on-tone: light-dark(#4b5264, #c3c9d6); --under: var(--surface) }
.orb[data-orb=ended] .disc { background: var(--surface); box-shadow: var(--shadow), inset 0 0 0 1.5px var(--edge) }

@keyframes breathe { 50% { scale: 1.07; opacity: .5 } }
@keyframes breathe-anew { 50% { scale: 1.07; opacity: .5 } }
@keyframes turn { to { rotate: 1turn } }
@keyframes spread { to { scale: 1.45; opacity: 0 } }

.bar {
  display: flex; flex-wrap: wrap; align-items: center; gap: 2px 6px; min-inline-size: 0; max-inline-size: 440px;
  padding: 6px; border-radius: 28px; background: var(--surface); border: 1px solid var(--edge); box-shadow: var(--shadow);
  animation: rise .2s ease-out;
}
.hint { flex: 1 1 auto; max-inline-size: 260px; padding: 5px 12px; font-weight: 500; text-wrap: balance }
.hint[for] { cursor: pointer }
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
  background: var(--text); color: var(--surface); font-size: 13px; font-weight: 500; white-space: nowrap;
  opacity: 0; pointer-events: none; transition: opacity .12s;
}
.bar .action:is(:hover, :focus-visible) .words { opacity: 1 }
.hint { order: -2 }
.bar .help { order: -1; flex: 1 0 100%; justify-content: flex-end }
.bar .help .action, .bar .help .action:hover { position: static; inline-size: auto; block-size: auto; min-block-size: 44px; padding: 4px 12px; margin-block: -4px; background: none }
.bar .help .icon { display: none }
.bar .help .words {
  position: static; opacity: 1; padding: 0; background: none; border: 0; color: var(--mark); font-size: 14px; white-space: normal; max-inline-size: none;
  text-decoration: underline; text-underline-offset: 3px;
}

@media (max-width: 480px) {
  /* Above the whole row, where there is room for the longest. */
  .bar .actions { position: relative }
  .bar .action { position: static }
  .bar .words { white-space: normal; inline-size: max-content; max-inline-size: 200px }
  .hint { flex-basis: 130px; max-inline-size: none }
}
@media (forced-colors: active) {
  .disc, .badge, .bar, .bar .words { border: 1px solid ButtonText }
  .orb { --under: ButtonFace }
  .orb .glow { display: none !important }
  .ring { forced-color-adjust: none; --tone: CanvasText; border-color: CanvasText !important }
  .orb[data-orb=opening] .ring { border-color: GrayText !important; border-block-start-color: Highlight !important }
  .orb:is([data-orb=live], [data-orb=live_audio_only]) .ring { --tone: Highlight; border-color: Highlight !important; border-width: 4px }
  .bar .action[aria-pressed=true] { forced-color-adjust: none; background: Highlight; color: HighlightText; --under: Highlight }
}
`;
