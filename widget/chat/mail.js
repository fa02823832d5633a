// Where to answer a message that goes by a form: an address of the visitor's own. Nothing is sent without one, and the field says so where
// it is missing.
import { setShown } from '../children.js';
import { make, setAttribute, setText } from '../dom.js';
/** @import { Conversation } from '../../js-glue/chat.js' */
/** @import { Texts } from '../texts.js' */

/** @param {() => void} entered  The visitor pressed Enter. */
export function createMail(entered) {
  const label = make('label', { for: 'chat-email' });
  const input = make('input', {
    id: 'chat-email',
    type: 'email',
    autocomplete: 'email',
    maxlength: '254',
    part: 'email',
    'aria-describedby': 'chat-email-wrong',
    'aria-required': 'true',
  });
  const wrong = make('p', { class: 'wrong', id: 'chat-email-wrong', hidden: '' });
  const mail = make('div', { class: 'mail', hidden: '' }, label, input, wrong);
  /** @type {Conversation | null} */
  let conversation = null;

  /** @param {boolean} on */
  function complain(on) {
    setShown(wrong, on);
    setAttribute(input, 'aria-invalid', on ? 'true' : null);
  }

  input.addEventListener('input', () => {
    conversation?.setEmail(input.value);
    if (!conversation?.lacksEmail()) complain(false);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault(); // or the field below, which has the keyboard then, gets a line break
    if (!event.repeat) entered();
  });

  return {
    mail,
    /** @param {Conversation | null} next */
    connect(next) {
      conversation = next;
      input.value = next?.email() ?? '';
      complain(false);
      setShown(mail, next?.kind === 'form');
    },
    /** The page may have it deleted while somebody writes. */
    empty: () => conversation?.email() === '' && (input.value = ''),
    /** Nothing can be sent for want of it. */
    ask() {
      complain(true);
      input.focus();
    },
    /** @param {Texts} texts */
    speak(texts) {
      setText(label, texts.chat_email);
      setText(wrong, texts.chat_email_wrong);
    },
  };
}
