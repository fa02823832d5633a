import { mount } from '/dist/earshot.mjs';
import { join } from './guard-sdk.js';

const widget = mount({
  media: ['microphone'],
  mode: 'guard',
  chat: { transport: 'websocket', url: '/chat' },
});
/** @type {Awaited<ReturnType<typeof join>> | undefined} */
let room;

// The way is clear: the call software opens the microphone, and from here on the widget watches it.
widget.addEventListener('earshot-cleared', async () => {
  const joined = await join();
  if (widget.view.orb !== 'opening') return joined.leave(); // the visitor has turned away meanwhile
  room = joined;
  widget.attach(room.stream);
});

// Lost: null. Allowed again: a fresh track, which the widget opened.
widget.addEventListener('earshot-track-replaced', ({ detail: { kind, track } }) =>
  room?.replaceTrack(kind, track),
);

// What the other side should know, for it to say more than "hello?".
widget.addEventListener('earshot-message', ({ detail }) => room?.tell(detail));

// Over. Every track has been stopped by then.
widget.addEventListener('earshot-state', ({ detail: { orb } }) => {
  if (orb !== 'ended' && orb !== 'chatting') return;
  room?.leave();
  room = undefined;
});
