// What the orb looks like once there is something to say.
export const STATES = `
.orb[data-orb=idle] .ring { border-color: color-mix(in srgb, var(--tone) 55%, #0000); animation: breathe 4.5s ease-in-out 3 }
.orb[data-orb=idle][data-anew] .ring { animation-name: breathe-anew }
.badge {
  position: absolute; inset-block-start: -4px; inset-inline-end: -4px; inline-size: 25px; block-size: 25px; padding: 4.5px;
  border-radius: 50%; background: var(--surface); color: var(--text); --under: var(--surface);
  box-shadow: 0 0 0 2px var(--tone), 0 2px 6px #0b102033;
}
.badge:empty { display: none }
.badge .line { stroke-width: 2.8 }

.orb[data-orb=asking] .ring { border-color: var(--tone) }
.orb[data-orb=asking] .ring::after {
  content: ""; position: absolute; inset: -2.5px; border-radius: 50%; border: 2.5px solid var(--tone); animation: spread 2s ease-out infinite;
}
.orb[data-orb=choosing] .ring { border: 2.5px dashed var(--tone) }
.orb[data-orb^=live] { --tone: var(--good); --on-tone: #fff }
.orb[data-orb^=live] .ring { border-color: var(--tone) }
.glow { display: none; position: absolute; inset: -7px; border-radius: 50%; background: color-mix(in srgb, var(--tone) 26%, #0000); pointer-events: none; will-change: scale }
.orb[data-orb^=live]:not([data-quiet]) .glow { display: block }
.orb[data-quiet] { --tone: light-dark(#4b5264, #666e82) !important; --on-tone: #fff !important }
.orb[data-quiet] .ring { border-style: double !important; border-width: 4px }
.orb[data-orb=interrupted] { --tone: var(--warn); --on-tone: #fff }
.orb[data-orb=interrupted] .ring { border: 3px dashed var(--tone); animation: turn 12s linear infinite }
.orb[data-orb=blocked] { --tone: var(--stop); --on-tone: var(--stop-mark); --under: var(--surface) }
.orb[data-orb=blocked] .disc { background: var(--surface) }
.orb[data-orb=blocked] .ring { border: 4px solid var(--tone) }
.orb[data-orb=ended] { --tone: light-dark(#5b6275, #aab1c2); --on-tone: light-dark(#4b5264, #c3c9d6); --under: var(--surface) }
.orb[data-orb=ended] .disc { background: var(--surface); box-shadow: var(--shadow), inset 0 0 0 1.5px var(--edge) }

.orb:focus-visible { outline-offset: 9px }
.orb:hover .disc { scale: 1.04 }
.orb:active .disc { scale: .96 }

@keyframes breathe { 50% { scale: 1.07; opacity: .5 } }
@keyframes breathe-anew { 50% { scale: 1.07; opacity: .5 } }
@keyframes spread { to { scale: 1.45; opacity: 0 } }
@media (forced-colors: active) {
  .disc, .bar { border: 1px solid ButtonText }
  .orb { --under: ButtonFace }
  .ring { forced-color-adjust: none; --tone: CanvasText; border-color: CanvasText !important }
  .orb[data-orb=opening] .ring { border-color: GrayText !important; border-block-start-color: Highlight !important }
  .badge { border: 1px solid ButtonText }
  .orb .glow { display: none !important }
  .orb[data-orb^=live] .ring { --tone: Highlight; border-color: Highlight !important; border-width: 4px }
}
`;
