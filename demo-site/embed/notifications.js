import { mount } from '/dist/earshot.mjs';

const widget = mount({
  media: ['microphone'],
  notifications: true,
  chat: { transport: 'websocket', url: '/chat' },
});

document.querySelector('[data-ring]')?.addEventListener('click', () => {
  if (globalThis.Notification?.permission !== 'granted') {
    widget.press('allow_notifications'); // inside the click: the browser may ask now
    return say('When notifications are allowed, press once more.');
  }
  say('In five seconds. You may go to another tab.');
  setTimeout(ring, 5000);
});

function ring() {
  const call = new Notification('Lindenhof Practice', { body: 'Mei from reception is calling you back.' });
  call.addEventListener('click', () => window.focus());
  say('Ringing.');
}

/** @param {string} words */
function say(words) {
  const place = document.querySelector('[data-ringing]');
  if (place) place.textContent = words;
}
