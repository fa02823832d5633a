// Beside the browser's question. These are places on the window, so left is left in every language.
export const POINTER = `
.pointer {
  position: fixed; z-index: -1; /* in a small window words go before it */ inline-size: 48px; block-size: 48px; padding: 12px; border-radius: 50%; pointer-events: none;
  background: var(--accent); color: var(--on-accent); box-shadow: var(--shadow), 0 0 0 5px color-mix(in srgb, var(--accent) 24%, #0000);
}
.pointer .line { stroke-width: 2.2 }
.pointer[data-edge=top-left] { top: 20px; left: min(410px, 100vw - 72px); rotate: -70deg; animation: nudge 1.8s ease-in-out infinite }
.pointer[data-edge=top-right] { top: 20px; right: min(410px, 100vw - 72px); rotate: 70deg; animation: nudge 1.8s ease-in-out infinite }
.pointer[data-edge=top] { top: min(250px, 45dvh); left: calc(50% - 24px); animation: nudge 1.8s ease-in-out infinite }
.pointer[data-edge=center] { top: max(16px, 50dvh - 230px); left: calc(50% - 24px); rotate: 180deg; animation: nudge 1.8s ease-in-out infinite }
@keyframes nudge { 50% { transform: translateY(-7px) } }
@media (forced-colors: active) { .pointer { border: 2px solid Highlight } }
`;
