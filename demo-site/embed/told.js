// Lists what the widget tells the page, newest last.
const list = /** @type {HTMLElement} */ (document.querySelector('[data-told]'));

/** @param {unknown} value  Live objects become a word. */
const brief = (value) =>
  value instanceof MediaStreamTrack
    ? `a ${value.kind} track, ${value.readyState}`
    : value instanceof MediaStream
      ? 'a stream'
      : value;

for (const name of ['cleared', 'stream', 'track-replaced', 'state', 'verdict', 'message']) {
  document.addEventListener(`earshot-${name}`, (event) => {
    const { view, ...detail } = /** @type {CustomEvent} */ (event).detail;
    const about = JSON.stringify(detail, (_, value) => brief(value));
    const item = document.createElement('li');
    const title = Object.assign(document.createElement('strong'), { textContent: `earshot-${name}` });
    item.append(title, ` ${about}`);
    list.append(item);
    list.scrollTop = list.scrollHeight;
  });
}
