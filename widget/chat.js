// The text chat. It holds the conversation for as long as the element lives; how text travels is the transport's affair.
import { createActions } from './actions.js';
import { drawIcon } from './icons.js';
import { make, setAttribute, setShown, setText } from './dom.js';
/** @import { Action, ChatMessage, ChatState, ChatTransport } from '../js-glue/contract.js' */
/** @import { Chat } from './present.js' */
/** @import { Texts } from './texts.js' */

/** @type {Record<ChatState, 'chat_connecting' | 'chat_closed' | 'chat_failed' | null>} */
const NOTES = { connecting: 'chat_connecting', open: null, closed: 'chat_closed', failed: 'chat_failed' };

/**
 * @param {(action: Action) => void} press
 * @param {() => void} close
 */
export function createChat(press, close) {
  const heading = make('p', { class: 'title', id: 'chat-title' });
  const closer = make('button', { type: 'button', class: 'close', part: 'action close' }, drawIcon('close'));
  const about = make('p', { class: 'about' });
  const actions = createActions(press);
  const log = make('div', { class: 'log', part: 'log', role: 'log', tabindex: '0' });
  const empty = make('p', { class: 'empty' });
  const note = make('span');
  const again = make('button', { type: 'button', class: 'link' });
  const state = make('p', { class: 'state', id: 'chat-state' }, note, again);
  const input = make('textarea', { rows: '1', maxlength: '4000', part: 'input', 'aria-describedby': 'chat-state' });
  const send = make('button', { type: 'button', class: 'send', part: 'action send' }, drawIcon('send'));
  const chat = make('div', { class: 'chat', part: 'chat', role: 'group', 'aria-labelledby': 'chat-title', hidden: '' },
    make('div', { class: 'head' }, heading, closer), make('div', { class: 'now' }, about, actions.row),
    log, state, make('div', { class: 'write' }, input, send));
  log.append(empty);

  /** @type {ChatTransport | null} */
  let transport = null;
  /** @type {ChatState} */
  let travels = 'open'; // a transport that never reports counts as open
  /** @type {ChatMessage[]} */
  const waiting = []; // for the connection
  /** @type {Texts} */
  let texts;

  function renderState() {
    const id = NOTES[travels];
    setText(note, id ? texts[id] : '');
    setText(again, texts.try_again);
    setShown(again, travels === 'failed' || travels === 'closed');
    setShown(state, id !== null);
    setAttribute(send, 'aria-disabled', String(travels === 'failed' || travels === 'closed'));
  }

  /** @param {ChatMessage} message */
  function append({ from, text }) {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    const who = make('span', { class: 'unseen' }, `${from === 'visitor' ? texts.label_you : texts.label_agent}: `);
    empty.remove();
    log.append(make('p', { class: 'message', part: `message ${from}`, 'data-from': from, dir: 'auto' }, who, text));
    if (atEnd || from === 'visitor') log.scrollTop = log.scrollHeight;
  }

  function submit() {
    const text = input.value.trim();
    if (text === '' || travels === 'failed' || travels === 'closed') return; // what was written stays
    input.value = '';
    /** @type {ChatMessage} */
    const message = { from: 'visitor', text };
    append(message);
    waiting.push(message);
    flush();
  }

  function flush() {
    if (travels === 'open') for (const message of waiting.splice(0)) transport?.send(message);
  }

  send.addEventListener('click', () => {
    submit();
    input.focus();
  });
  again.addEventListener('click', () => press('open_chat'));
  closer.addEventListener('click', close);
  input.addEventListener('keydown', (event) => {
    // Enter that ends a composition (Japanese, Chinese …) is not meant for us; Safari says so by 229 alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });

  return {
    chat,
    get isOpen() { return !chat.hidden; },
    /** @param {ChatTransport} next */
    connect(next) {
      if (next === transport) return;
      transport = next;
      travels = 'open';
      next.onMessage((message) => next === transport && append(message));
      next.onState((reported) => {
        if (next !== transport) return;
        travels = reported;
        renderState();
        flush();
      });
      renderState();
    },
    receive: append,
    /** @param {boolean} shown */
    show(shown) {
      setShown(chat, shown);
      if (shown) log.scrollTop = log.scrollHeight;
    },
    focus: () => input.focus(),
    /** @param {Texts} words */
    speak(words) {
      texts = words;
      setText(heading, texts.label_chat);
      setText(empty, texts.chat_empty);
      setAttribute(closer, 'aria-label', texts.label_close);
      setAttribute(log, 'aria-label', texts.label_chat_log);
      setAttribute(input, 'aria-label', texts.label_chat_input);
      setAttribute(input, 'placeholder', texts.label_chat_input);
      setAttribute(send, 'aria-label', texts.label_send);
      renderState();
    },
    /** @param {Chat} shown */
    render({ title, buttons, closes }) {
      setText(about, title);
      setAttribute(closer, 'data-action', closes);
      actions.render(buttons);
    },
  };
}
