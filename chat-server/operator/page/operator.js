// Answering the chat as a person: choose a visitor, read along, take over from the script.
import { openConnection } from './connection.js';
import { createTranscript } from './transcript.js';
import { drawVisitors, nameOf } from './visitors.js';
import { why } from './why.js';

const TYPING_EVERY_MS = 3000;
const TYPING_FADES_MS = 10_000;
const KEPT_AS = 'earshot-operator'; // in this tab, so that a reload needs no token

/** @param {string} name @returns {HTMLElement} */
const part = (name) => /** @type {HTMLElement} */ (document.querySelector(`[data-${name}]`));
const nameField = /** @type {HTMLInputElement} */ (document.querySelector('#name'));
const textField = /** @type {HTMLTextAreaElement} */ (document.querySelector('#text'));
const transcript = createTranscript(part('transcript'));

/** @type {ReturnType<typeof openConnection>} */
let line;
/** @type {import('./visitors.js').Visitor[]} */
let visitors = [];
let chosen = '';
let leaving = new AbortController();
/** How far each transcript was read. @type {Map<string, number>} */
const read = new Map();

const sayLine = (/** @type {string} */ text) => void (part('line').textContent = text);

/** @param {string} token */
function comeIn(token) {
  line = openConnection(token);
  part('key').hidden = true;
  line.listen(() => '/chat/operator/events', {
    signal: new AbortController().signal,
    frame: ({ sessions, now, script }) => {
      visitors = sessions;
      told = { now, at: performance.now(), script };
      draw();
    },
    state: (state) => {
      sayLine(
        {
          open: 'Connected',
          waiting: 'The connection is lost. Trying again …',
          forbidden: 'This token is not the server’s.',
        }[state],
      );
      part('counter').hidden = state === 'forbidden';
      part('key').hidden = state !== 'forbidden';
      if (state === 'open') sessionStorage.setItem(KEPT_AS, token);
    },
  });
}

/** The server's time, because `seen` is in it and this computer's clock may differ. */
let told = { now: 0, at: 0, script: false };

function draw() {
  const now = told.now + performance.now() - told.at;
  const there = drawVisitors(part('visitors'), { visitors, now, script: told.script, chosen, read, choose });
  part('nobody').hidden = there > 0;
  const visitor = visitors.find(({ id }) => id === chosen);
  if (!visitor) return;
  part('why').textContent =
    `${why(visitor.reason)} ${visitor.taken ? `${visitor.taken} answers.` : told.script ? 'The script answers.' : 'Nobody answers yet.'}`;
  part('take').textContent = visitor.taken
    ? told.script
      ? 'Leave it to the script'
      : 'Leave it'
    : told.script
      ? 'Take over from the script'
      : 'Take over';
}

/** @param {string} id */
function choose(id) {
  if (chosen === id) return;
  tellTyping(false);
  leaving.abort();
  leaving = new AbortController();
  chosen = id;
  transcript.clear();
  part('typing').textContent = '';
  part('said').textContent = '';
  part('conversation').hidden = false;
  part('who').textContent = nameOf(id);
  draw();
  part('who').focus();
  line.listen(() => `/chat/operator/events?session=${id}&after=${transcript.last()}`, {
    signal: leaving.signal,
    state: () => {},
    frame: (frame) => {
      if (frame.type === 'typing') return showTyping(frame.on);
      if (frame.type === 'forgotten') return endConversation();
      if (frame.type !== 'message') return;
      transcript.add(frame);
      read.set(id, transcript.last());
      if (frame.from === 'visitor') showTyping(false);
    },
  });
}

/** The visitor has deleted it: it is not kept here either. */
function endConversation() {
  leaving.abort();
  chosen = '';
  transcript.clear();
  showTyping(false);
  textField.value = '';
  part('conversation').hidden = true;
  sayLine('The visitor has ended this conversation and deleted it.');
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;
/** @param {boolean} on */
function showTyping(on) {
  clearTimeout(fading);
  part('typing').textContent = on ? 'The visitor is writing …' : '';
  if (on) fading = setTimeout(showTyping, TYPING_FADES_MS, false);
}

/** @param {object} frame */
const post = (frame) => line.post({ session: chosen, name: nameField.value.trim(), frames: [frame] });

let typingTold = -Infinity;
/** @param {boolean} on */
function tellTyping(on) {
  if (on === performance.now() - typingTold < TYPING_EVERY_MS) return;
  typingTold = on ? performance.now() : -Infinity;
  if (chosen) post({ type: 'typing', on }).catch(() => {});
}

/** The id stays the same until the server has it: sent twice is said once. */
let nextId = newId();
function newId() {
  return `a-${crypto.randomUUID()}`;
}

async function send() {
  const text = textField.value.trim();
  if (!text) return;
  part('said').textContent = '';
  try {
    const [answer] = await post({ type: 'message', id: nextId, text });
    if (answer?.type !== 'ack') throw new Error(answer?.text);
    nextId = newId();
    textField.value = '';
    tellTyping(false);
  } catch (error) {
    part('said').textContent =
      `Not sent: ${/** @type {Error} */ (error).message || 'no connection'}. Press Send to try again.`;
  }
}

part('answer').addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
textField.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void send();
});
textField.addEventListener('input', () => tellTyping(textField.value !== ''));
part('take').addEventListener('click', () => {
  const taken = visitors.find(({ id }) => id === chosen)?.taken;
  post(taken ? { type: 'leave' } : { type: 'take', name: nameField.value.trim() }).catch(() =>
    sayLine('Not taken over: no connection.'),
  );
});
part('key').addEventListener('submit', (event) => {
  event.preventDefault();
  comeIn(/** @type {HTMLInputElement} */ (document.querySelector('#token')).value.trim());
});
setInterval(draw, 30_000);

// The token comes behind the # of the address that the server printed: browsers send that part to nobody.
const given = location.hash.slice(1) || sessionStorage.getItem(KEPT_AS);
history.replaceState(null, '', location.pathname + location.search);
nameField.value = new URLSearchParams(location.search).get('name') ?? '';
if (given) comeIn(given);
else part('key').hidden = false;
