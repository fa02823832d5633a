// The visitor's way to end the conversation and have it deleted. The first press asks, the second does it: nothing brings it back.
import { ticks } from '../../js-glue/clock.js';
import { setShown } from '../children.js';
import { make, setText } from '../dom.js';
/** @import { Texts } from '../texts.js' */

const ASKED_FOR_MS = 8_000;
const TOO_SOON_MS = 400; // the second half of a double press, and a finger that trembles

/** @param {() => void} forget @param {(sentence: string) => void} announce */
export function createForget(forget, announce) {
  const button = make('button', { type: 'button', class: 'link forget', part: 'forget', hidden: '' });
  let askedAt = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;
  /** @type {Texts} */
  let texts;

  /** @param {boolean} asks */
  function write(asks) {
    askedAt = asks ? ticks() : -Infinity;
    clearTimeout(later);
    if (asks) later = setTimeout(write, ASKED_FOR_MS, false);
    setText(button, asks ? texts.chat_forget_sure : texts.chat_forget);
  }

  button.addEventListener('keydown', (event) => event.repeat && event.preventDefault()); // a key that is held is one press
  button.addEventListener('blur', () => write(false));
  button.addEventListener('click', () => {
    const since = ticks() - askedAt;
    if (since < TOO_SOON_MS) return;
    write(since === Infinity);
    if (since === Infinity) announce(texts.chat_forget_sure);
    else forget();
  });

  return {
    button,
    /** @param {boolean} shown */
    show: (shown) => setShown(button, shown),
    /** @param {Texts} chosen */
    speak(chosen) {
      texts = chosen;
      write(false);
    },
  };
}
