// View + texts -> exactly what each part shows. No DOM, and no decision that the core has not made.
/** @import { View } from '../js-glue/answers.js' */
/** @import { Action, Capability, Orb, Picture, Pointer, Title } from '../js-glue/words.js' */
/** @import { Pieces } from './fill.js' */
/** @import { Icon } from './icons.js' */
/** @import { TextId, Texts } from './texts.js' */
import { fill, fillPieces, valuesOf } from './fill.js';

/** @typedef {{ action: Action, text: string, tip: string, icon: Icon, look: 'primary' | 'quiet' | null,
 *   pressed: 'true' | 'false' | null, waits?: { count: string, text: string } }} Button  `waits`: unread messages. `tip`: what a sighted visitor reads on it; `text`: its name, which a toggle keeps
 *   while `pressed` changes; `quiet`: a link in looks. */
/** @typedef {{ picture: Picture, kind: Capability, label: string, showsWhere: boolean }} Drawn  `showsWhere`: playing it also makes
 *   the browser show the place. */
/** @typedef {{ title: Pieces, recovery: { fallback: string } | null, steps: Pieces[], drawn: Drawn, buttons: Button[], support: { url: string, text: string } | null,
 *   dismiss: Button | undefined }} Card  `recovery`: the browser's own element is the
 *   first thing to press; `fallback`: the words of the button inside it, for a browser that does not know it. */
/** @typedef {{ title: string, pressesOrb: boolean, buttons: Button[] }} Bar */
/** @typedef {{ title: string, buttons: Button[], closes: 'dismiss' | null, ready: boolean }} Chat  `closes`: the panel's own button is that action.
 * `ready`: going back to the voice would work. */
/** @typedef {{ orb: Orb, press: Press, icon: Icon, badge: Icon | null, quiet: boolean, rests: boolean, name: string, count: string }} Face  `quiet`: muted. `rests`: nothing is under way or to be told. `count`: unread messages. */
/** What pressing the orb would do: one press never does two of these. @typedef {'call' | 'wait' | 'mute' | 'unmute' | 'fold' | 'unfold'} Press */
/** @typedef {{ face: Face, card: Card | null, bar: Bar | null, chat: Chat, pointer: Pointer }} Shown */
/** @typedef {{ chatOpen?: boolean, chatWaits?: TextId | null, help?: boolean | null, host?: string, company?: string, recoveryPlaced?: boolean,
 *   answered?: { action: Action, text: TextId } | null, unread?: number }} Around  `chatWaits`: what to read while the chat itself is on its way, or cannot be had. `help`: a card can be drawn; null: it could not be had. `answered`: a button that says for a moment what came of its press. */

/** @type {Record<Orb, [Icon, Icon | null]>} */
const FACES = {
  starting: ['microphone', null],
  idle: ['microphone', null],
  opening: ['microphone', null],
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
  mute: 'microphone',
  unmute: 'microphone-off',
  audio_only: 'camera',
  enable_camera: 'camera-off',
  back_to_voice: 'microphone',
  open_chat: 'chat',
  end: 'end',
  dismiss: 'close',
  allow_notifications: 'bell',
};

/** These need an answer: a card opens. @type {Orb[]} */
const QUESTIONS = ['asking', 'choosing', 'interrupted', 'blocked'];
/** The furniture of a call stays in the bar, whatever else there is to say. @type {Action[]} */
const CALL = ['mute', 'unmute', 'open_chat', 'end', 'cannot_hear'];
/** Titles of a call where nothing is wrong. The orb that was pressed has the focus, and a screen reader reads its new name out, into the
 * open microphone: there the name is as short as what is announced. @type {Title[]} */
const WELL = ['listening', 'in_call', 'allowed_again', 'allowed_again_chromium', 'allowed_again_firefox'];
/** Titles of a widget that waits for its first press. @type {Title[]} */
const AT_REST = ['getting_ready', 'press_to_talk', 'press_to_call'];
/** @type {Action[]} */
const LEAVING = ['open_chat', 'end'];
/** Help that most visitors do not need: a line of words, under the buttons of a card and over those of the bar. @type {Action[]} */
const QUIET = ['cannot_see_prompt', 'show_where', 'cannot_hear'];
/** Worth a card, although it has an icon: who hears nothing looks for help, not for a small button. @type {Action[]} */
const URGENT = ['hear'];
/** Two ways to turn the camera back on. @type {Action[]} */
const CAMERA_BACK = ['enable_camera', 'recover'];

/** @param {Action} action */
const rank = (action) => (URGENT.includes(action) ? -1 : QUIET.includes(action) ? 1 : 0);

/**
 * @param {View} view
 * @param {Texts} texts
 * @param {Around} [around]
 * @returns {Shown}
 */
export function present(
  view,
  texts,
  {
    chatOpen = false,
    chatWaits = null,
    help = true,
    host = '',
    company = '',
    recoveryPlaced = false,
    answered = null,
    unread = 0,
  } = {},
) {
  const { orb, picture, pointer } = view;
  const values = valuesOf(view, texts, { host, company });
  /** @param {TextId} id */
  const say = (id) => fill(texts[id], values);

  const count = unread > 99 ? '99+' : unread > 0 ? String(unread) : '';
  const news = say('chat_unread').replace('{count}', count);

  /** @param {Action} action @param {boolean} primary @returns {Button} */
  function button(action, primary) {
    const look = QUIET.includes(action) ? 'quiet' : primary ? 'primary' : null;
    const pressed = action === 'mute' ? 'false' : action === 'unmute' ? 'true' : null;
    const tip = say(answered?.action === action ? answered.text : action);
    /** @type {Button} */
    const shows = {
      action,
      text: pressed === null ? tip : say('mute'),
      tip,
      icon: ICONS[action] ?? 'arrow',
      look,
      pressed,
    };
    return action === 'open_chat' && unread > 0 ? { ...shows, waits: { count, text: `. ${news}` } } : shows;
  }

  const actions = [...view.actions].sort((a, b) => rank(a) - rank(b)); // of equal rank: the core's order
  const recovers = help === true && recoveryPlaced && actions.includes('recover');
  const showsWhere = help === true && picture !== '' && actions.includes('show_where');
  // While the browser asks, its own Allow is the obvious next one; and leaving is offered quietly unless nothing else is left.
  const [next] = actions;
  const leads =
    next !== undefined && pointer === '' && !recovers && !(orb !== 'blocked' && LEAVING.includes(next));
  const first = leads ? next : undefined;
  // The browser's own element, which comes with the card, and the picture take these two over.
  const apart = ['orb', ...(recovers || !help ? ['recover'] : []), ...(showsWhere ? ['show_where'] : [])];
  const all = actions
    .filter((action) => !apart.includes(action))
    .map((action) => button(action, action === first));
  const pressesOrb = actions[0] === 'orb';
  const title = say(view.title);
  const chat = {
    title,
    buttons: all.filter(({ action }) => action !== 'dismiss'),
    closes: /** @type {'dismiss' | null} */ (
      orb === 'chatting' && actions.includes('dismiss') ? 'dismiss' : null
    ),
    ready: view.title === 'chatting_voice_ready',
  };
  const name = `${say('label_orb')}: ${WELL.includes(view.title) ? say('announce_live') : title}`;
  /** @type {Shown} */
  const shown = {
    face: { ...face(view, unread > 0 ? `${name} ${news}` : name, chatOpen), count },
    card: null,
    bar: null,
    chat,
    pointer,
  };

  if (orb === 'chatting') {
    if (chatOpen) return shown;
    if (chatWaits)
      return {
        ...shown,
        bar: { title: say(chatWaits), pressesOrb: chatWaits === 'chat_not_loaded', buttons: all },
      };
    // The panel is folded away: the conversation stays one press away.
    const fold = all.some(({ action }) => action === 'open_chat') ? [] : [button('open_chat', false)];
    return { ...shown, bar: { title, pressesOrb: true, buttons: [...fold, ...all] } };
  }

  const chooses = actions.includes('audio_only') && actions.some((action) => CAMERA_BACK.includes(action));
  const helps =
    chooses ||
    view.steps.length > 0 ||
    picture !== '' ||
    actions.some(
      (action) => action !== 'orb' && !CALL.includes(action) && (!ICONS[action] || URGENT.includes(action)),
    );
  if (!helps && !QUESTIONS.includes(orb)) return { ...shown, bar: { title, pressesOrb, buttons: all } };

  // Until there is a card: its sentence, and what it would have one press, in words.
  if (!help) {
    const small = [...CALL, 'dismiss'];
    const buttons = all.map((each) =>
      small.includes(each.action) ? each : { ...each, look: /** @type {const} */ ('quiet') },
    );
    const fails = help === null && view.steps.length > 0;
    const words = fails ? `${title} ${say('steps_not_loaded')}` : title;
    return {
      ...shown,
      bar: { title: words, pressesOrb: (fails && orb === 'blocked') || pressesOrb, buttons },
    };
  }

  // The end of a call stays where it was when the call is interrupted.
  const furniture = orb === 'interrupted' ? ['end'] : QUESTIONS.includes(orb) ? [] : CALL;
  // Help is a line of the card's where there is one: it would lie over the steps.
  const inBar = all.filter(({ action, look }) => furniture.includes(action) && look !== 'quiet');
  const inCard = all.filter((each) => !inBar.includes(each) && each.action !== 'dismiss');
  const steps = view.steps.map((step) => fillPieces(texts[step], values));
  const card = {
    title: fillPieces(texts[view.title], values),
    recovery: recovers ? { fallback: say('try_again') } : null,
    steps,
    drawn: {
      picture,
      kind: /** @type {Capability} */ (view.kind || 'microphone'),
      showsWhere,
      label: [`${say('label_picture')}.`, ...view.steps.map(say)].join(' '),
    },
    buttons: inCard.map((each) =>
      each.pressed === null ? each : { ...each, text: each.tip, pressed: null },
    ),
    support: view.support ? { url: view.support, text: say('label_support') } : null,
    dismiss: all.find(({ action }) => action === 'dismiss'),
  };
  return { ...shown, card, bar: inBar.length > 0 ? { title: '', pressesOrb: false, buttons: inBar } : null };
}

/** @param {View} view @param {boolean} chatOpen @returns {Press} */
function pressOf({ orb, microphone }, chatOpen) {
  switch (orb) {
    case 'live':
    case 'live_audio_only':
      return microphone === 'muted' ? 'unmute' : 'mute';
    case 'opening':
    case 'asking':
      return 'wait';
    case 'chatting':
      return chatOpen ? 'fold' : 'unfold';
    default:
      return 'call';
  }
}

/** @param {View} view @param {string} name @param {boolean} chatOpen */
function face(view, name, chatOpen) {
  const { orb, title, microphone } = view;
  let [icon, badge] = FACES[orb];
  const quiet = microphone === 'muted' && orb.startsWith('live');
  if (quiet) icon = 'microphone-off';
  if (title === 'press_to_call') icon = 'camera';
  const rests = AT_REST.includes(title);
  return { orb, press: pressOf(view, chatOpen), icon, badge, quiet, rests, name };
}
