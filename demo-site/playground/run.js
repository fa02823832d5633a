// The list of what happened: each fact, and what the core ordered.
import { byId, make } from './elements.js';

const MOST_ROWS = 300;

export function createRun() {
  const list = byId('run', HTMLElement);
  const levels = byId('levels', HTMLInputElement);
  const empty = byId('run-empty', HTMLElement);
  levels.addEventListener('change', () => (list.dataset.levels = levels.checked ? 'shown' : 'hidden'));

  return {
    /** @param {string} line @param {string} reply */
    add(line, reply) {
      const { t, fact, ...members } = JSON.parse(line);
      const answer = JSON.parse(reply);
      const effects = (answer.effects ?? []).map((/** @type {{ effect: string }} */ { effect, ...order }) =>
        make('span', { class: 'chip', title: JSON.stringify(order) }, effect),
      );
      const about = Object.entries(members).map(
        ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      const summary = make(
        'summary',
        {},
        make('span', { class: 'time' }, `${((t ?? 0) / 1000).toFixed(1)} s`),
        make('strong', {}, String(fact)),
        make('span', { class: 'about' }, about.join(' · ')),
        make('span', { class: 'effects' }, ...effects),
      );
      const row = make(
        'details',
        { class: 'row', 'data-fact': String(fact) },
        summary,
        make('pre', {}, `${JSON.stringify(JSON.parse(line))}\n\n${JSON.stringify(answer, null, 1)}`),
      );
      if (answer.refused) {
        row.classList.add('refused');
        summary.append(make('span', { class: 'wrong' }, `refused: ${answer.refused}`));
      }
      list.prepend(row);
      if (list.childElementCount > MOST_ROWS) list.lastElementChild?.remove();
      empty.hidden = true;
    },
    clear() {
      list.replaceChildren();
      empty.hidden = false;
    },
  };
}
