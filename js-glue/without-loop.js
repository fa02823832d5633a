// A session whose loop could not be wired: a script of the page has changed what it is made of. What is left is a sentence and the chat.
/** @import { Page, Session } from './page.js' */
import { createChatLife } from './chat/life.js';
import { readWritten } from './early-config.js';
import { createHost } from './effects/host.js';
import { giveUp } from './giving-up.js';
import { createOwner } from './owner/owner.js';

/** @param {Page} page @param {AbortSignal} signal  Ends with the element. @param {unknown} error  Why. @returns {Session} */
export function withoutLoop(page, signal, error) {
  const written = readWritten(page.readConfig() || '{}');
  const owner = createOwner(window, () => written.early);
  const chat = createChatLife(page, signal, {
    config: () => written.early.chat,
    report() {},
    reason: () => null,
    part: page.chatPart,
    storage: () => window.sessionStorage,
  });
  const host = createHost(page, {
    steps() {},
    view: () => null,
    stream: () => null,
    track: () => null,
    session: chat.session,
    taken: { offer() {}, read: (media) => media },
  });
  giveUp({
    loop: new AbortController(),
    chat,
    host,
    view: null,
    say: () => owner.noCore({ reason: 'broken', error }),
    showPlain: () =>
      page.showPlain('core_unavailable', () => chat.converse((conversation) => conversation.open())),
  });
  const nothing = () => null;
  return {
    dispatch: nothing,
    send: nothing,
    trace: () => '',
    stream: nothing,
    message: host.message,
    languages: [],
    furniture: written.early,
    attach: nothing,
    detach: nothing,
    play: (media) => void media.play().catch(nothing),
    report: nothing,
    reportNetwork: nothing,
    forget: chat.forget,
    receiveChat: (message) => chat.converse((conversation) => conversation.receive(message)),
    reconfigure: (_text, _inCall, needs) => needs('now'),
    stop: nothing,
  };
}
