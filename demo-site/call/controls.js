// The page's own buttons. They say what the visitor wants and leave the rest to the widget, which knows how to get there.
/** @import { Action, EarshotWidgetElement, Orb, View } from '../../widget/earshot.js' */
import { onView } from './widget.js';

/** @typedef {{ action: Action, words: string }} Offer */

/** @type {Partial<Record<Orb, Offer>>} */
const OFFERS = {
  opening: { action: 'orb', words: 'One moment…' },
  asking: { action: 'orb', words: 'Please answer your browser' },
  choosing: { action: 'audio_only', words: 'Go on with sound only' },
  live: { action: 'end', words: 'Hang up' },
  live_audio_only: { action: 'end', words: 'Hang up' },
  interrupted: { action: 'end', words: 'Hang up' },
  blocked: { action: 'try_again', words: 'Try again' },
  chatting: { action: 'back_to_voice', words: 'Back to the call' },
};

/**
 * @param {EarshotWidgetElement} widget
 * @param {HTMLElement} panel  With buttons `data-call` (its words are the first offer) and `data-mute`.
 */
export function connectControls(widget, panel) {
  const call = /** @type {HTMLButtonElement} */ (panel.querySelector('[data-call]'));
  const mute = /** @type {HTMLButtonElement} */ (panel.querySelector('[data-mute]'));
  /** @type {Offer} */
  const first = { action: 'orb', words: call.textContent ?? '' };
  let offer = first;

  /** @param {View} view */
  function show({ orb, microphone }) {
    offer = OFFERS[orb] ?? first;
    if (call.textContent !== offer.words) call.textContent = offer.words;
    call.dataset.action = offer.action;
    mute.hidden = microphone !== 'live' && microphone !== 'muted';
    mute.textContent = microphone === 'muted' ? 'Unmute' : 'Mute';
  }
  customElements.whenDefined('earshot-widget').then(() => (call.disabled = false)); // without the script it could do nothing
  onView(widget, show);
  call.addEventListener('click', () => widget.press(offer.action));
  mute.addEventListener('click', () => widget.press(mute.textContent === 'Mute' ? 'mute' : 'unmute'));
}
