// The one conversation of an element, whatever carries it: what was written and how far it got, in order, and what a reload must not cost.
/** @import { ChatEntry, ChatMemory, ChatMessage, ChatReason, Conversation } from '../chat.js' */
/** @import { ChatConfig } from '../config.js' */
/** @import { ChatState } from '../words.js' */
/** @import { Destination } from './destination.js' */
/** @import { Carrier, Hooks } from './visitor-protocol.js' */
import { wallTime } from '../clock.js';
import { wellFormed } from '../own-json.js';
import { mayBeSent, nameOf, senderOf, timeOf } from './frames.js';
import { createKeep } from './keep.js';
import { createTranscript } from './transcript.js';
import { createTypingIn, createTypingOut } from './typing.js';

/** What was kept of the session, for the one that carries it.
 * @typedef {{ session: string, token: string, seq: number, leaving?: boolean }} Known */

/** Only mail itself proves an address; this finds what was left out. */
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/**
 * @param {Pick<ChatConfig, 'keep' | 'links'> & { destination: Destination, named: boolean, kind?: Conversation['kind'] }} config  `named`: it names the session.
 * @param {(hooks: Hooks, known: Known) => Carrier | null} carry  null: there is nobody to write to.
 * @param {{ memory: ChatMemory, reason: () => ChatReason | null, report: (state: ChatState) => void, storage: () => Storage,
 *   random?: () => number }} page  `memory`: what the element already holds for this destination.
 */
export function createConversation(
  { destination, named, kind = 'chat', keep: keeps, links },
  carry,
  { memory, reason, report, storage, random = Math.random },
) {
  const keep = createKeep(keeps, destination.name, storage);
  const kept = keep.read();
  const { entries } = memory;
  memory.draft ??= kept.draft;
  memory.email ??= kept.email ?? '';
  const transcript = createTranscript(entries);
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const changed = () => listeners.forEach((listener) => listener());
  /** @type {ChatState} */
  let state = 'closed';
  const shownBefore = kept.seq;
  /** What is here without gaps: an element that was only moved has not lost it. */
  const known = /** @type {Known} */ ({
    session: kept.session,
    token: kept.token,
    seq: lastOf(entries, kept.session),
    ...(kept.leaving && { leaving: true }),
  });
  let left = () => {}; // for a chat of the site's own
  let gone = false; // the visitor has deleted what was here, and nothing was written since

  const typingIn = createTypingIn(changed);
  const typingOut = createTypingOut((on) => carrier?.typing(on));
  const newId = (/** @type {string} */ kind) =>
    `${kind}-${wallTime().toString(36)}-${random().toString(36).slice(2, 12)}`;
  const save = () =>
    keep.write(
      {
        ...known,
        seq: Math.max(known.seq, known.session === kept.session ? shownBefore : 0),
        draft: memory.draft ?? '',
        ...(memory.email && { email: memory.email }),
      },
      transcript.unsent(),
    );

  /** @param {string} id @param {string} text @param {number} at @param {'sending' | 'failed'} status */
  const write = (id, text, at, status) =>
    transcript.place({ id, from: 'visitor', name: '', text, at, status, seq: 0, session: '', old: false });
  for (const { id, text, at, failed } of kept.unsent) {
    if (!transcript.find('visitor', id))
      write(id, text, at, failed || !destination.certain || kind === 'form' ? 'failed' : 'sending'); // a form may have it
  }

  /** @param {string} id @param {Partial<ChatEntry>} news */
  function change(id, news) {
    const entry = transcript.find('visitor', id);
    if (!entry) return false;
    if (entry.status === 'sent' && entry.session === news.session && entry.seq === news.seq) return true; // said twice
    transcript.change(entry, news);
    save();
    changed();
    return true;
  }

  /** @param {ChatMessage} message @param {string} session */
  function received({ id = newId('a'), from, name, text, at, seq = 0 }, session) {
    const sender = senderOf(from);
    if (
      sender === 'visitor' &&
      change(id, { status: 'sent', seq, session, ...(at === undefined ? {} : { at: timeOf(at) }) })
    )
      return;
    if (transcript.find(sender, id)) return;
    const old = session === kept.session && seq > 0 && seq <= shownBefore;
    transcript.place({
      id,
      from: sender,
      name: nameOf(name),
      text: String(text),
      at: timeOf(at),
      status: sender === 'visitor' ? 'sent' : 'received',
      seq,
      session,
      old,
    });
    if (sender === 'agent') typingIn.set(false);
    changed();
  }

  /** @type {Hooks} */
  const hooks = {
    next: transcript.next,
    reason,
    received,
    typing: typingIn.set,
    settled: (id, by) =>
      void change(id, { status: 'sent', ...(by && { seq: by.seq, session: by.session, at: by.at }) }),
    failed: (id) => void change(id, { status: 'failed' }),
    session: () => known.session,
    leave: () => left(),
    forgotten() {
      if (!known.leaving) empty(); // in another tab; else what is here was written since
      Object.assign(known, { session: named ? '' : newId('s'), token: '', seq: 0, leaving: undefined });
      gone = entries.length === 0;
      save();
      changed();
    },
    met(next) {
      Object.assign(known, next);
      save();
    },
    report(next) {
      if (next !== 'open') typingIn.set(false);
      if (next === state) return;
      state = next;
      report(next);
      changed();
    },
  };
  if (!known.session && !named) known.session = newId('s');
  const carrier = carry(hooks, { ...known });

  function empty() {
    transcript.clear();
    memory.draft = memory.email = '';
    typingIn.set(false);
    typingOut.forget();
  }

  const open = () => (carrier ? carrier.open() : hooks.report('failed'));

  /** After a failure or the end, writing is reason enough to try again. */
  function deliver() {
    save();
    changed();
    if (state === 'open') carrier?.flush();
    else open();
  }

  /** @type {Conversation & { close: () => void, session: () => string, receive: (message: string | ChatMessage) => void }} */
  const conversation = {
    entries: () => entries,
    state: () => state,
    typing: () => typingIn.on,
    draft: () => memory.draft ?? '',
    setDraft(text) {
      memory.draft = text;
      save();
    },
    send(text) {
      const clean = wellFormed(text); // half a character cannot travel
      if (!mayBeSent(clean) || conversation.lacksEmail()) return false;
      write(newId('v'), clean, wallTime(), 'sending');
      memory.draft = '';
      gone = false;
      typingOut.forget();
      if (!carrier) change(transcript.next()?.id ?? '', { status: 'failed' });
      deliver();
      return true;
    },
    retry(id) {
      const entry = transcript.find('visitor', id);
      if (entry?.status !== 'failed' || !carrier || conversation.lacksEmail()) return;
      transcript.change(entry, { status: 'sending' });
      deliver();
    },
    setTyping: (on) => typingOut.set(on),
    kind,
    email: () => memory.email ?? '',
    setEmail(text) {
      memory.email = text.trim();
      save();
    },
    lacksEmail: () => kind === 'form' && !ADDRESS.test(memory.email ?? ''),
    links: () => links,
    able: () => carrier !== null && kind !== 'handover',
    deleted: () => (known.leaving ? 'here' : gone ? 'everywhere' : ''),
    forget() {
      empty();
      if (known.session && carrier) known.leaving = true; // kept until the server knows it
      save();
      changed();
      if (carrier) carrier.forget();
      else hooks.forgotten();
    },
    onLeave: (listener) => void (left = listener),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    open,
    close() {
      typingOut.set(false);
      carrier?.close();
    },
    session: () => known.session,
    receive: (message) =>
      received(typeof message === 'object' ? message : { text: String(message) }, known.session),
  };
  return conversation;
}

/** Up to where nothing is missing. @param {readonly ChatEntry[]} entries @param {string} session */
function lastOf(entries, session) {
  let last = 0;
  for (const entry of entries) if (entry.session === session && entry.seq === last + 1) last++;
  return last;
}
