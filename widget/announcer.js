// Says a sentence to screen readers, once. The two regions are in the page from the start: a region that appears together
// with its text is often not read.
import { make, setText } from './dom.js';
/** @import { Urgency } from '../js-glue/contract.js' */

export function createAnnouncer() {
  const polite = make('p', { class: 'unseen', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const assertive = make('p', { class: 'unseen', 'aria-live': 'assertive', 'aria-atomic': 'true' });
  return {
    nodes: [polite, assertive],
    /** @param {string} sentence @param {Urgency} urgency */
    announce(sentence, urgency) {
      const [says, silent] = urgency === 'assertive' ? [assertive, polite] : [polite, assertive];
      setText(says, sentence);
      setText(silent, ''); // so that the same sentence counts as new when another came in between
    },
  };
}
