// Says a sentence to screen readers, once. The two regions are in the page from the start: a region that appears together
// with its text is often not read.
import { make, setAttribute, setText } from './dom.js';
/** @import { Urgency } from '../js-glue/words.js' */

export function createAnnouncer() {
  const polite = make('p', { class: 'unseen', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const assertive = make('p', { class: 'unseen', 'aria-live': 'assertive', 'aria-atomic': 'true' });
  return {
    nodes: [polite, assertive],
    /** @param {string} sentence @param {Urgency} urgency  `off`: what was said last holds no longer. @param {string} language  Of this sentence: another may be on its way. */
    announce(sentence, urgency, language) {
      const [says, silent] = urgency === 'assertive' ? [assertive, polite] : [polite, assertive];
      setAttribute(says, 'lang', language);
      setText(says, urgency === 'off' ? '' : sentence);
      setText(silent, ''); // so that the same sentence counts as new when another came in between
    },
  };
}
