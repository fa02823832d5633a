// The orb, and the words beside it.
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
}
.ring { position: absolute; inset: -6px; border-radius: 50%; border: 2.5px solid #0000; pointer-events: none }
.orb[data-orb=starting] .disc { opacity: .82 }
.orb[data-orb=starting] .ring { border: 2.5px dotted var(--tone); opacity: .5 }
.orb[data-orb=opening] .ring { border-block-start-color: var(--tone); animation: turn 1s linear infinite }

@keyframes turn { to { rotate: 1turn } }

.bar {
  display: flex; align-items: center; min-inline-size: 0;
  padding: 6px; border-radius: 28px; background: var(--surface); border: 1px solid var(--edge); box-shadow: var(--shadow);
}
/* Nothing is under way, and the page needs the room: the words are there for a hand that comes near, for the keyboard, and for a screen reader. */
.dock:not(:hover, :focus-within) [data-rest] { opacity: 0; pointer-events: none }
/* A sentence may run in another direction than the page: it follows its own, and lines up with the page's. */
.hint { unicode-bidi: plaintext; overflow-wrap: anywhere; flex: 1 1 auto; max-inline-size: 17.3em; padding: 5px 12px; font-weight: 500; text-wrap: balance }

`;
