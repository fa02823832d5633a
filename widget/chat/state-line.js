// Above the field, while the chat is not connected: what that means for what is written, and a way to try again.
import { setShown } from '../children.js';
import { make, setText } from '../dom.js';
/** @import { Conversation } from '../../js-glue/chat.js' */
/** @import { ChatState } from '../../js-glue/words.js' */
/** @import { Texts } from '../texts.js' */

/** Nobody tries any more, or without success. @param {ChatState} state */
export const isOver = (state) => state === 'failed' || state === 'closed';

/** @param {() => void} tryAgain */
export function createStateLine(tryAgain) {
  const note = make('span');
  const again = make('button', { type: 'button', class: 'link' });
  const line = make('p', { class: 'state', id: 'chat-state', hidden: '' }, note, again);
  let opened = false; // has been connected
  /** @type {Texts} */
  let texts;
  again.addEventListener('click', tryAgain);

  /** @param {ChatState} state @param {boolean} waits  Something is to be sent. @param {'' | 'here' | 'everywhere'} deleted @param {Conversation | null} conversation */
  function noteOf(state, waits, deleted, conversation) {
    if (deleted === 'here' && state !== 'open') return texts.chat_forgetting;
    if (deleted === 'everywhere' && state === 'closed') return texts.chat_forgotten;
    if (conversation?.kind === 'handover') return state === 'failed' ? texts.chat_not_opened : '';
    switch (state) {
      case 'open':
        return conversation?.kind === 'form' && conversation.entries().at(-1)?.status === 'sent'
          ? texts.chat_will_answer.replace('{address}', conversation.email)
          : '';
      case 'connecting':
        return opened || waits ? texts.chat_waiting : texts.chat_connecting;
      case 'closed':
        return texts.chat_closed;
      case 'failed':
        return texts.chat_failed;
    }
  }

  return {
    line,
    /** Another conversation. */
    reset: () => void (opened = false),
    /** @param {Texts} chosen */
    speak(chosen) {
      texts = chosen;
      setText(again, texts.try_again);
    },
    /** Answers with what is news. @param {ChatState} state @param {boolean} waits @param {'' | 'here' | 'everywhere'} deleted @param {Conversation | null} [conversation] */
    render(state, waits, deleted, conversation = null) {
      if (state === 'open') opened = true;
      const said = noteOf(state, waits, deleted, conversation);
      const news = said === note.textContent ? '' : said;
      setText(note, said);
      setShown(line, said !== '');
      setShown(again, said !== '' && isOver(state) && deleted !== 'everywhere');
      return news;
    },
  };
}
