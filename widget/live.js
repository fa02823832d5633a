// The part that makes a call: what follows the first file. Everything in it may take its time; the orb is there.
import { inTime } from '../js-glue/in-time.js';
import { loadPack } from '../js-glue/packs.js';
import { startSession } from '../js-glue/session.js';
import { createPart } from '../js-glue/part.js';
import { createLife as create } from './life.js';
/** @import { Life, Handed } from './life.js' */
/** @import { Action } from '../js-glue/words.js' */

/** Whoever wants it hears where it does not answer; it may come all the same.
 * @template T @param {import('../js-glue/part.js').Part<T>} part @returns {import('../js-glue/part.js').Part<T>} */
const answering = (part) => ({ ...part, load: () => inTime(part.load()) });

const chatPart = answering(createPart(() => import('./chat/chat.js')));
const callPart = answering(createPart(() => import('../js-glue/call.js')));
const helpPart = answering(createPart(() => import('./help/help.js')));

/** @param {HTMLElement} element @param {(action: Action) => void} press @param {Handed} handed @returns {Life} */
export const createLife = (element, press, handed) =>
  create(element, press, handed, { startSession, loadPack, callPart, chatPart, helpPart });
