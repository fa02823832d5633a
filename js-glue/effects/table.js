// Who obeys which effect: one entry each. EffectTable makes an effect without an entry, or an entry without
// an effect, an error of the compiler.
/** @import { Effect, EffectTable } from '../effects.js' */
/** @import { ChatHolder, Screen } from '../page.js' */
/** @import { createLookOrder } from '../facts/look-order.js' */
/** @import { createChatLife } from '../chat/life.js' */
/** @import { Call } from '../call.js' */
/** @import { Help } from '../help.js' */
/** @import { Late } from '../late.js' */
/** @import { createOwner } from '../owner/owner.js' */
/** @import { createHost } from './host.js' */
/** @import { createMemory } from './memory.js' */
/** @import { createStreams } from './streams.js' */
/** @import { createTimers } from './timers.js' */

/** What the entries need, and no more of it.
 * @typedef {{
 *   page: Pick<Screen, 'announce' | 'copied'> & Pick<ChatHolder, 'closeChat'>,
 *   readings: Pick<ReturnType<typeof createLookOrder>, 'read' | 'watch'>,
 *   streams: Pick<ReturnType<typeof createStreams>, 'open' | 'close' | 'enable'>,
 *   timers: Pick<ReturnType<typeof createTimers>, 'set' | 'cancel'>,
 *   call: Late<Call>,
 *   memory: Pick<ReturnType<typeof createMemory>, 'remember'>,
 *   askForNotifications: () => void,
 *   help: Late<Help>,
 *   chat: Pick<ReturnType<typeof createChatLife>, 'open'>,
 *   host: Pick<ReturnType<typeof createHost>, 'tell'>,
 *   owner: Pick<ReturnType<typeof createOwner>, 'verdict'>,
 *   window: Window,
 *   signal: AbortSignal,
 * }} Obeyers  `signal`: ends with the element; nobody hears then what came of it. */

/**
 * No entry waits before its call to the browser: it must happen inside the click.
 * @param {Obeyers} obeyers
 * @returns {EffectTable}
 */
export function effectTable({
  page,
  readings,
  streams,
  timers,
  call,
  memory,
  askForNotifications,
  help,
  chat,
  host,
  owner,
  window,
  signal,
}) {
  let frames = false; // are looked at
  return {
    read_permission: readings.read,
    watch_permission: readings.watch,
    open: streams.open,
    close: streams.close,
    enable: streams.enable,
    set_timer: ({ timer, ms }) => timers.set(timer, ms),
    cancel_timer: ({ timer }) => timers.cancel(timer),
    watch_level: ({ on, behind_mute }) => call.soon(({ level }) => level.watch(on, behind_mute), on),
    watch_frames({ on }) {
      if (frames === on) return;
      frames = on;
      help.soon((made) => made.frames.watch(frames));
    },
    resume_audio: () =>
      call.now(({ level, outputs }) => {
        level.resume();
        outputs.resume();
      }),
    media_session: (order) => call.soon(({ buttons }) => buttons.set(order), order.on),
    wake_lock: ({ on }) => call.soon(({ wakeLock }) => wakeLock.hold(on), on),
    remember: memory.remember,
    request_notifications: askForNotifications,
    recover: (order) => help.now(({ recovery }) => recovery.expect(order)),
    open_chat: chat.open,
    close_chat: page.closeChat,
    announce: ({ title, urgency }) => page.announce(title, urgency),
    tell_host: host.tell,
    log: owner.verdict,
    copy({ text }) {
      /** @param {boolean} ok */
      const done = (ok) => signal.aborted || page.copied(ok);
      help.now(
        ({ copy }) => void copy(text || window.location.href, window, done),
        () => done(false),
      );
    },
    open_link: ({ url }) => help.now(({ openLink }) => openLink(url, window.document)),
    leave_app: ({ way }) => help.now(({ leaveApp }) => leaveApp(way, window)),
    open_tab: () => void window.open(window.location.href, '_blank', 'noopener'),
    reload: () => window.location.reload(),
  };
}

/** @param {EffectTable} table @returns {(order: Effect) => void} */
export const performer = (table) => (order) =>
  /** @type {(order: Effect) => void} */ (table[order.effect])(order);
