// Shows what the core believes now: state, view, verdicts. Members that did not change may be left out of an answer, so the
// last ones stay.
/** @import { Verdict, View } from '../../widget/earshot.js' */
import { byId, make } from './elements.js';

/** @param {(action: string) => void} press */
export function createNow(press) {
  const orb = byId('orb', HTMLElement);
  const view = byId('view', HTMLElement);
  const verdicts = {
    microphone: byId('verdict-microphone', HTMLElement),
    camera: byId('verdict-camera', HTMLElement),
  };

  /** @param {View} next */
  function showView(next) {
    orb.textContent = next.orb.replaceAll('_', ' ');
    orb.dataset.orb = next.orb;
    view.replaceChildren(
      ...row('title', next.title),
      ...row('steps', ...next.steps),
      ...rowOf('actions', next.actions.map(button)),
      ...row('microphone', next.microphone),
      ...row('camera', next.camera),
      ...row('notifications', next.notifications),
      ...row('picture', next.picture),
      ...row('pointer', next.pointer),
      ...row('about', next.kind),
      ...row('recovery', next.recovery),
    );
  }
  /** @param {string} action */
  function button(action) {
    const made = make('button', { type: 'button', class: 'chip press', title: 'Press it' }, action);
    made.addEventListener('click', () => press(action));
    return made;
  }
  /** @param {'microphone' | 'camera'} kind @param {Verdict} verdict */
  function showVerdict(kind, { cause, confidence, alternatives, evidence }) {
    verdicts[kind].replaceChildren(
      make(
        'p',
        { class: 'cause' },
        cause.replaceAll('_', ' '),
        make('span', { class: 'quiet' }, ` ${confidence}`),
      ),
      make(
        'dl',
        { class: 'facts' },
        ...row('evidence', ...evidence),
        ...row('could also be', ...alternatives),
      ),
    );
  }
  return {
    showView,
    /** @param {{ view?: View, verdict?: Partial<Record<'microphone' | 'camera', Verdict>> }} answer */
    show(answer) {
      if (answer.view) showView(answer.view);
      if (answer.verdict?.microphone) showVerdict('microphone', answer.verdict.microphone);
      if (answer.verdict?.camera) showVerdict('camera', answer.verdict.camera);
    },
  };
}

/** @param {string} name @param {string[]} ids */
const row = (name, ...ids) =>
  rowOf(
    name,
    ids.filter(Boolean).map((id) => make('span', { class: 'chip' }, id)),
  );
/** @param {string} name @param {Node[]} chips */
const rowOf = (name, chips) => [make('dt', {}, name), make('dd', {}, ...(chips.length ? chips : ['–']))];
