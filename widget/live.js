// The part that makes a call: what follows the first file. Everything in it may take its time; the orb is there.
import { inTime } from '../js-glue/in-time.js';
import { loadPack } from '../js-glue/packs.js';
import { startSession } from '../js-glue/session.js';
import { createPart } from '../js-glue/part.js';
import { createLife as create } from './life.js';
/** @import { Life, Handed } from './life.js' */
/** @import { Action } from '../js-glue/words.js' */

const chat = createPart(() => import('./chat/chat.js'));
/** Whoever opens it hears where it does not answer; it may come all the same. */
const chatPart = { ...chat, load: () => inTime(chat.load()) };
const help = createPart(() => import('./help/help.js'));
const helpPart = { ...help, load: () => inTime(help.load()) };

/** @param {HTMLElement} element @param {(action: Action) => void} press @param {Handed} handed @returns {Life} */
export const createLife = (element, press, handed) =>
  create(element, press, handed, { startSession, loadPack, chatPart, helpPart });
