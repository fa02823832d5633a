// One transcript, drawn as it comes. Text only: what a visitor writes is never read as markup.
import { clock } from './visitors.js';

const DRAWN = 500; // the newest; a person who answers needs no more

/** @param {HTMLElement} place */
export function createTranscript(place) {
  let last = 0;
  return {
    last: () => last,
    clear() {
      last = 0;
      place.replaceChildren();
    },
    /** @param {{ seq: number, from: string, name?: string, text: string, at: number }} message */
    add({ seq, from, name, text, at }) {
      if (seq <= last) return;
      last = seq;
      const atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 40;
      const item = document.createElement('li');
      item.dataset.from = from;
      const by = document.createElement('p');
      by.className = 'by';
      const time = document.createElement('time');
      time.dateTime = new Date(at).toISOString();
      time.textContent = clock(at);
      by.append(`${name ?? 'Visitor'} · `, time);
      const said = document.createElement('p');
      said.textContent = text;
      item.append(by, said);
      place.append(item);
      if (place.children.length > DRAWN) place.firstElementChild?.remove();
      if (atEnd) place.scrollTop = place.scrollHeight;
    },
  };
}
