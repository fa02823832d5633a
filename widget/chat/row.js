// One message: who, what, when, and what became of it. All of it is text; only addresses become links.
import { setShown } from '../children.js';
import { make, setAttribute, setText } from '../dom.js';
import { piecesOf } from './links.js';
/** @import { ChatEntry } from '../../js-glue/chat.js' */
/** @import { Texts } from '../texts.js' */
/** @import { Times } from './times.js' */

/** @typedef {{ texts: Texts, times: Times }} Speech */
/** `day`: the first of its day. `continues`: of what the same person wrote just before. `ends`: nothing continues it.
 * @typedef {{ day: boolean, continues: boolean, ends: boolean }} Place */

/** @type {Record<ChatEntry['status'], 'chat_sending' | 'chat_sent' | 'chat_not_sent' | null>} */
const STATUS = { sending: 'chat_sending', sent: 'chat_sent', failed: 'chat_not_sent', received: null };

/** @param {ChatEntry} entry @param {Texts} texts */
export const nameOf = ({ from, name }, texts) =>
  from === 'visitor' ? texts.label_you : name || texts.label_agent;

/** @param {(id: string) => void} retry */
export function createRow(retry) {
  const day = make('time');
  const heading = make('p', { class: 'day', part: 'day' }, day);
  const name = make('bdi');
  const who = make('p', { class: 'who', part: 'name' }, name);
  const message = make('p', { class: 'message', dir: 'auto' });
  const time = make('time');
  const status = make('span', { class: 'status', part: 'status' });
  const again = make('button', { type: 'button', class: 'link again', hidden: '' });
  const meta = make('p', { class: 'meta' }, time, status, again);
  const node = make('div', { class: 'row' }, heading, who, message, meta);
  /** @type {ChatEntry | null} */
  let drawn = null;
  /** @type {Speech | null} */
  let spoken = null;
  again.addEventListener('click', () => drawn && retry(drawn.id));

  /** @param {string} text */
  function write(text) {
    message.replaceChildren(
      ...piecesOf(text).map((piece) =>
        typeof piece === 'string'
          ? piece
          : make(
              'a',
              {
                href: piece.href,
                target: '_blank',
                rel: 'noopener noreferrer nofollow',
                dir: 'ltr',
                part: 'link',
              },
              piece.text,
            ),
      ),
    );
  }

  return {
    node,
    /** A row that was read out already, or is no news, is not said again when it moves or comes back. @param {boolean} quiet */
    hush: (quiet) => setAttribute(node, 'aria-live', quiet ? 'off' : null),
    /** @param {ChatEntry} entry @param {Place} place @param {Speech} speech */
    render(entry, place, speech) {
      setShown(heading, place.day);
      setAttribute(who, 'class', place.continues || entry.from === 'visitor' ? 'who unseen' : 'who');
      setAttribute(node, 'data-continues', place.continues ? '' : null);
      setShown(meta, place.ends || entry.status === 'sending' || entry.status === 'failed');
      if (entry === drawn && speech === spoken) return;
      const { texts, times } = speech;
      if (entry.text !== drawn?.text) write(entry.text);
      setAttribute(node, 'data-from', entry.from);
      setAttribute(node, 'data-status', entry.status);
      setAttribute(message, 'part', `message ${entry.from}`);
      setText(name, nameOf(entry, texts));
      const at = new Date(entry.at);
      for (const each of [day, time])
        setAttribute(each, 'datetime', Number.isNaN(+at) ? null : at.toISOString());
      setText(day, Number.isNaN(+at) ? '' : times.day(entry.at));
      setText(time, Number.isNaN(+at) ? '' : times.clock(entry.at));
      setAttribute(time, 'title', Number.isNaN(+at) ? null : times.full(entry.at));
      const word = STATUS[entry.status];
      setText(status, word ? texts[word] : '');
      setShown(status, word !== null);
      setText(again, texts.chat_send_again);
      setShown(again, entry.status === 'failed');
      drawn = entry;
      spoken = speech;
    },
  };
}
