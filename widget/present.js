// View + texts -> exactly what each part shows. No DOM, and no decision that the core has not made.
/** @import { Action, Capability, Orb, Picture, Pointer, View } from '../js-glue/contract.js' */
/** @import { Icon } from './icons.js' */
/** @import { Texts } from './texts.js' */

/** @typedef {{ action: Action, text: string, tip: string, icon: Icon, look: 'primary' | 'quiet' | null,
 *   pressed: 'true' | 'false' | null }} Button  `tip`: what a sighted visitor reads on it; `text`: its name, which a toggle keeps
 *   while `pressed` changes; `quiet`: a link in looks. */
/** @typedef {{ title: string, steps: string[], picture: Picture, pictureOf: Capability, pictureText: string, buttons: Button[],
 *   dismiss: Button | undefined }} Card */
/** @typedef {{ title: string, pressesOrb: boolean, buttons: Button[] }} Bar */
/** @typedef {{ title: string, buttons: Button[], closes: 'dismiss' | null }} Chat  `closes`: the panel's own button is that action. */
/** @typedef {{ orb: Orb, icon: Icon, badge: Icon | null, quiet: boolean, name: string }} Face  `quiet`: muted. */
/** @typedef {{ face: Face, card: Card | null, bar: Bar | null, chat: Chat, pointer: Pointer }} Shown */

/** @type {Record<Orb, [Icon, Icon | null]>} */
const FACES = {
  starting: ['microphone', null],
  idle: ['microphone', null],
  checking: ['microphone', null],
  asking: ['microphone', 'question'],
  choosing: ['camera-off', 'question'],
  live: ['microphone', null],
  live_audio_only: ['microphone', 'camera-off'],
  interrupted: ['microphone-off', 'alert'],
  blocked: ['microphone-off', null],
  chatting: ['chat', null],
  ended: ['end', null],
};

/** As in every call: a toggle's icon shows what is, its words what pressing does. @type {Partial<Record<Action, Icon>>} */
const ICONS = {
  mute: 'microphone', unmute: 'microphone-off', audio_only: 'camera', enable_camera: 'camera-off', back_to_voice: 'microphone', open_chat: 'chat',
  end: 'end', dismiss: 'close', allow_notifications: 'bell', hear: 'speaker',
};

/** These need an answer: a card opens. @type {Orb[]} */
const QUESTIONS = ['asking', 'choosing', 'interrupted', 'blocked'];
/** The furniture of a call stays in the bar, whatever else there is to say. @type {Action[]} */
const CALL = ['mute', 'unmute', 'open_chat', 'end'];
/** @type {Action[]} */
const LEAVING = ['open_chat', 'end'];
/** Help that most visitors do not need: a line of words under the buttons. @type {Action[]} */
const QUIET = ['cannot_see_prompt'];
/** Worth a card, although it has an icon: who hears nothing looks for help, not for a small button. @type {Action[]} */
const URGENT = ['hear'];

/**
 * @param {Action} action
 * @param {Texts} texts
 * @param {boolean} primary
 * @returns {Button}
 */
function button(action, texts, primary) {
  const look = QUIET.includes(action) ? 'quiet' : primary ? 'primary' : null;
  const pressed = action === 'mute' ? 'false' : action === 'unmute' ? 'true' : null;
  const text = texts[pressed === null ? action : 'mute'];
  return { action, text, tip: texts[action], icon: ICONS[action] ?? 'arrow', look, pressed };
}

/** @param {Action} action */
const rank = (action) => (URGENT.includes(action) ? -1 : QUIET.includes(action) ? 1 : 0);

/** @param {View} view @returns {Face} */
function face({ orb, title, microphone }, /** @type {Texts} */ texts) {
  let [icon, badge] = FACES[orb];
  const quiet = microphone === 'muted' && orb.startsWith('live');
  if (quiet) icon = 'microphone-off';
  if (title === 'press_to_call') icon = 'camera';
  return { orb, icon, badge, quiet, name: `${texts.label_orb}: ${texts[title]}` };
}

/**
 * @param {View} view
 * @param {Texts} texts
 * @param {{ chatOpen: boolean }} page
 * @returns {Shown}
 */
export function present(view, texts, { chatOpen }) {
  const { orb, steps, picture, pointer } = view;
  const actions = [...view.actions].sort((a, b) => rank(a) - rank(b)); // of equal rank: the core's order
  const title = texts[view.title];
  // While the browser asks, its own Allow is the obvious next one; and leaving is offered quietly unless nothing else is left.
  const first = pointer !== '' || (orb !== 'blocked' && LEAVING.includes(actions[0])) ? undefined : actions[0];
  const all = actions.filter((action) => action !== 'orb').map((action) => button(action, texts, action === first));
  const pressesOrb = actions[0] === 'orb';
  const chat = {
    title,
    buttons: all.filter(({ action }) => action !== 'dismiss'),
    closes: /** @type {'dismiss' | null} */ (orb === 'chatting' && actions.includes('dismiss') ? 'dismiss' : null),
  };
  const shown = { face: face(view, texts), card: null, bar: null, chat, pointer };

  if (orb === 'chatting') {
    if (chatOpen) return shown;
    // The panel is folded away: the conversation stays one press away.
    const fold = all.some(({ action }) => action === 'open_chat') ? [] : [button('open_chat', texts, false)];
    return { ...shown, bar: { title, pressesOrb: true, buttons: [...fold, ...all] } };
  }

  const chooses = actions.includes('enable_camera') && actions.includes('audio_only');
  const helps = chooses || steps.length > 0 || picture !== '' || actions.some((action) => action !== 'orb' && (!ICONS[action] || URGENT.includes(action)));
  if (!helps && !QUESTIONS.includes(orb)) return { ...shown, bar: { title, pressesOrb, buttons: all } };

  // The end of a call stays where it was when the call is interrupted.
  const furniture = orb === 'interrupted' ? ['end'] : QUESTIONS.includes(orb) ? [] : CALL;
  const inBar = all.filter(({ action }) => furniture.includes(action));
  const inCard = all.filter((each) => !inBar.includes(each) && each.action !== 'dismiss');
  const card = {
    title,
    steps: steps.map((step) => texts[step]),
    picture,
    pictureOf: /** @type {Capability} */ (steps.some((step) => step.endsWith('camera')) ? 'camera' : 'microphone'),
    pictureText: steps[0] ? texts[steps[0]] : title,
    buttons: inCard.map((each) => (each.pressed === null ? each : { ...each, text: each.tip, pressed: null })),
    dismiss: all.find(({ action }) => action === 'dismiss'),
  };
  return { ...shown, card, bar: inBar.length > 0 ? { title: '', pressesOrb: false, buttons: inBar } : null };
}
