// The text chat: reads the one conversation, draws it, and passes on what is written. How text travels is not its affair.
import { ticks } from '../../js-glue/clock.js';
import { createActions } from '../actions.js';
import { drawIcon } from '../icons.js';
import { setShown } from '../children.js';
import { make, setAttribute, setText } from '../dom.js';
import { fillCount } from './fill-count.js';
import { createForget } from './forget.js';
import { createKeyboard } from './keyboard.js';
import { createMail } from './mail.js';
import { createNews } from './news.js';
import { nameOf } from './row.js';
import { createStateLine, isOver } from './state-line.js';
import { createTranscript } from './transcript.js';
import { createWays } from './ways.js';
import { createWriter } from './writer.js';
/** @import { ChatEntry, Conversation } from '../../js-glue/chat.js' */
/** @import { Action } from '../../js-glue/words.js' */
/** @import { Chat } from '../present.js' */
/** @import { Words } from '../texts.js' */

const PACE_MS = 40; // many messages at once are drawn together

/**
 * @param {{ press: (action: Action) => void, close: () => void, announce: (sentence: string) => void, unreadChanged: () => void }} around
 */
export function createPanel({ press, close, announce, unreadChanged }) {
  const heading = make('p', { class: 'title', id: 'chat-title' });
  const closer = make('button', { type: 'button', class: 'close', part: 'action close' }, drawIcon('close'));
  const about = make('p', { class: 'about' });
  const actions = createActions(press);
  const now = make('div', { class: 'now' }, about, actions.row);
  const transcript = createTranscript((id) => {
    if (conversation?.lacksEmail())
      queueMicrotask(() => mail.ask()); // the log takes the focus before
    else conversation?.retry(id);
  });
  const typing = make('p', { class: 'typing', hidden: '' });
  const ways = createWays();
  const line = createStateLine(() => {
    conversation?.open();
    writer.focus(); // the button leaves
  });
  const mail = createMail(() => writer.submit());
  const writer = createWriter(() => draw(), mail.ask);
  const forget = createForget(() => {
    conversation?.forget();
    writer.focus(); // the button leaves
  }, announce);
  const chat = make(
    'div',
    { class: 'chat', part: 'chat', role: 'group', 'aria-labelledby': 'chat-title', hidden: '' },
    make('div', { class: 'head' }, heading, closer),
    now,
    transcript.node,
    typing,
    ways.ways,
    forget.button, // above the field, which stays where a hand is about to press
    line.line,
    mail.mail,
    writer.writer,
  );
  const keyboard = createKeyboard(chat, transcript.settle);

  /** @type {Conversation | null} */
  let conversation = null;
  let stopListening = () => {};
  /** @type {Words} */
  let words;
  let locale = '';
  let chats = true; // and the answers come here
  let title = ''; // what the core says
  let news = createNews();
  /** @type {readonly ChatEntry[]} */
  let unreadOf = []; // the transcript that `unread` counts
  /** @type {Set<string>} */
  const failed = new Set(); // told once
  let unread = 0;
  let drawnAt = -Infinity;
  let later = 0;

  /** @param {readonly ChatEntry[]} entries */
  function drawState(entries) {
    const travels = conversation?.state() ?? 'connecting';
    const able = conversation?.able() ?? true;
    const deleted = conversation?.deleted() ?? '';
    const waits = entries[entries.length - 1]?.status === 'sending';
    const kind = conversation?.kind ?? 'chat';
    const said = line.render(able || kind === 'handover' ? travels : 'open', waits, deleted, conversation);
    forget.show(entries.length > 0 && kind === 'chat'); // what a form took lies in somebody's mail
    if (deleted) writer.empty(conversation);
    if (deleted) mail.empty();
    setShown(writer.writer, able);
    setShown(transcript.node, able || entries.length > 0);
    ways.render(isOver(travels) || entries.length === 0 ? (conversation?.links() ?? []) : []);
    if (said && !chat.hidden) announce(said);
  }

  /** @param {readonly ChatEntry[]} entries */
  function tellFailures(entries) {
    for (const { id, status } of entries.slice(-50)) {
      if (status !== 'failed') failed.delete(id);
      else if (!failed.has(id)) {
        failed.add(id);
        announce(words.texts.chat_not_sent);
      }
    }
  }

  function draw() {
    clearTimeout(later);
    later = 0;
    drawnAt = ticks();
    const entries = conversation?.entries() ?? [];
    const fresh = news.take(entries).filter(({ old }) => !old);
    const answers = fresh.filter(({ from }) => from === 'agent');
    if (entries.length === 0) forgetUnread();
    if (chat.hidden) return count(answers.length);
    const readOut = transcript.render(entries, fresh);
    const last = answers[answers.length - 1];
    if (!readOut && last) announce(`${nameOf(last, words.texts)}: ${last.text}`);
    drawState(entries);
    drawTyping();
    tellFailures(entries);
  }

  function drawTyping() {
    const on = conversation?.typing() ?? false;
    if (on && typing.hidden) announce(words.texts.chat_typing);
    setShown(typing, on);
  }

  /** Nobody sees them yet. @param {number} more */
  function count(more) {
    if (more === 0) return;
    unread += more;
    unreadChanged();
    announce(fillCount(words.texts.chat_unread, unread, words.language));
  }

  function forgetUnread() {
    if (unread === 0) return;
    unread = 0;
    unreadChanged();
  }

  function changed() {
    if (later) return;
    const wait = drawnAt + PACE_MS - ticks();
    if (wait <= 0) draw();
    else later = window.setTimeout(draw, wait);
  }

  closer.addEventListener('click', close);

  function disconnect() {
    stopListening();
    stopListening = () => {};
    clearTimeout(later);
    later = 0;
    conversation = null;
    forget.button.after(line.line);
    writer.connect(null);
    mail.connect(null);
  }

  /** Nobody is in a text chat where a form takes the message, or a chat of the site's own. */
  function drawAbout() {
    setText(about, chats || title !== words.texts.chatting ? title : '');
  }

  function speakTranscript() {
    const { texts } = words;
    transcript.speak(
      chats ? words : { ...words, texts: { ...texts, chat_empty: texts.chat_by_mail } },
      locale,
    );
    drawAbout();
  }

  return {
    chat,
    get isOpen() {
      return !chat.hidden;
    },
    unread: () => unread,
    disconnect,
    /** @param {Conversation} next */
    connect(next) {
      if (next === conversation) return;
      disconnect();
      conversation = next;
      line.reset();
      news = createNews(); // another side may choose the same ids
      news.take(next.entries()); // they are the transcript so far, and no news
      if (next.entries() !== unreadOf) forgetUnread(); // another transcript has its own
      unreadOf = next.entries();
      writer.connect(next);
      mail.connect(next);
      if (next.kind === 'handover') ways.ways.before(line.line); // it is all there is to read
      if (chats !== (next.kind === 'chat')) {
        chats = !chats;
        speakTranscript();
      }
      stopListening = next.onChange(changed);
      next.onLeave(() => queueMicrotask(close)); // once it is drawn
      if (!chat.hidden) draw();
    },
    /** @param {boolean} shown */
    show(shown) {
      if (shown === !chat.hidden) return;
      setShown(chat, shown);
      keyboard.watch(shown);
      if (!shown) return;
      if (unread > 0) announce('');
      unread = 0;
      draw();
      transcript.reveal();
    },
    focus: writer.focus,
    /** @param {Words} chosen @param {string} times  How the visitor writes times. */
    speak(chosen, times) {
      words = chosen;
      locale = times;
      const { texts } = words;
      setText(heading, texts.label_chat);
      setAttribute(closer, 'aria-label', texts.label_close);
      setText(typing, texts.chat_typing);
      line.speak(texts);
      forget.speak(texts);
      ways.speak(texts.chat_links);
      mail.speak(texts);
      speakTranscript();
      writer.speak(words);
      if (!chat.hidden) draw();
      else drawState(conversation?.entries() ?? []);
    },
    /** @param {Chat} shown */
    render({ title: says, buttons, closes, ready }) {
      title = says;
      drawAbout();
      setAttribute(now, 'data-ready', ready ? '' : null);
      setAttribute(closer, 'data-action', closes);
      actions.render(buttons);
    },
  };
}
