// The field to write in: it grows with what is written, keeps a draft, and sends with Enter, but not with the Enter of an input method.
import { drawIcon } from '../icons.js';
import { setShown } from '../children.js';
import { make, setAttribute, setText } from '../dom.js';
import { fillCount } from './fill-count.js';
/** @import { Conversation } from '../../js-glue/chat.js' */
/** @import { Words } from '../texts.js' */

const LONGEST = 4000;
const NEARLY = 200; // from here on the visitor is told how many are left

/** @param {() => void} sent @param {() => void} lacks  There is no address for the answer. */
export function createWriter(sent, lacks) {
  const input = make('textarea', {
    rows: '1',
    maxlength: String(LONGEST),
    part: 'input',
    enterkeyhint: 'send',
    'aria-describedby': 'chat-state chat-left',
  });
  const grow = make('div', { class: 'grow' }, input); // style sheets make it as high as its text, which `data-text` repeats
  const left = make('p', { class: 'left', id: 'chat-left', hidden: '' });
  const send = make('button', { type: 'button', class: 'send', part: 'action send' }, drawIcon('arrow'));
  const writer = make('div', { class: 'write', part: 'writer' }, grow, send, left);
  /** @type {Conversation | null} */
  let conversation = null;
  /** @type {Words} */
  let words;

  function measure() {
    setAttribute(grow, 'data-text', input.value);
    const rest = LONGEST - input.value.length;
    setShown(left, rest <= NEARLY);
    setText(left, rest <= NEARLY ? fillCount(words.texts.chat_left, rest, words.language) : '');
  }

  /** @param {string} text */
  function write(text) {
    input.value = text;
    measure();
  }

  function submit() {
    if (conversation?.send(input.value)) {
      write('');
      sent();
    } else if (input.value.trim() !== '' && conversation?.lacksEmail()) return lacks(); // what was written stays
    input.focus();
  }

  input.addEventListener('input', () => {
    measure();
    conversation?.setDraft(input.value);
    conversation?.setTyping(input.value.trim() !== '');
  });
  input.addEventListener('blur', () => conversation?.setTyping(false));
  input.addEventListener('keydown', (event) => {
    // Enter that ends a composition (Japanese, Chinese …) is not meant for us; Safari says so by 229 alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  send.addEventListener('click', submit);

  return {
    writer,
    focus: () => input.focus(),
    submit,
    /** The draft belongs to its conversation, so it leaves the field with it. @param {Conversation | null} next */
    connect(next) {
      conversation = next;
      write(next?.draft() ?? '');
    },
    /** The page may have the conversation deleted while somebody writes. @param {Conversation | null} from */
    empty: (from) => input.value !== from?.draft() && write(''),
    /** @param {Words} chosen */
    speak(chosen) {
      words = chosen;
      setAttribute(input, 'aria-label', words.texts.label_chat_input);
      setAttribute(input, 'placeholder', words.texts.label_chat_input);
      setAttribute(send, 'aria-label', words.texts.label_send);
      measure();
    },
  };
}
