// The page around a frame answers its chat by itself, as docs/embedding.md shows.
let seq = 0;
addEventListener('message', ({ source, origin, data }) => {
  if (
    origin !== new URL(/** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).src).origin ||
    data?.earshot !== 1
  )
    return;
  const say = (/** @type {object} */ chat) =>
    /** @type {Window} */ (source).postMessage({ earshot: 1, chat }, origin);
  const { type, id, text } = data.chat;
  if (type === 'hello')
    say({ type: 'welcome', earshot: 1, session: 'only-one', token: '', seq, resumed: seq > 0 });
  if (type === 'ping') say({ type: 'pong' });
  if (type === 'message') {
    say({ type: 'ack', id, seq: ++seq, at: Date.now() });
    say({
      type: 'message',
      id: `a-${++seq}`,
      seq,
      at: Date.now(),
      from: 'agent',
      name: 'Ana',
      text: `You wrote: ${text}`,
    });
  }
});
