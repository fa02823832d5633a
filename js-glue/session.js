// One widget's running loop: wires what looks, what decides and what does. It decides nothing itself.
/** @import { Core, FarSideMessage, View } from './answers.js' */
/** @import { ChatReason } from './chat.js' */
/** @import { Config, ConfigProblem } from './config.js' */
/** @import { Effect } from './effects.js' */
/** @import { Page, Session } from './page.js' */
/** @import { Capability, ChatState } from './words.js' */
import { createChat, goesOn } from './chat/chat.js';
import { chatSettings } from './chat/settings.js';
import { startClock } from './clock.js';
import { logVerdict, noCoreBlock, problemLine, refusedBlock } from './owner/console.js';
import { copy } from './effects/copy.js';
import { siteOf } from './owner/fixes.js';
import { createFrames } from './effects/frames.js';
import { createHost, instructed } from './effects/host.js';
import { createLevel } from './effects/level.js';
import { leaveApp, openLink } from './effects/links.js';
import { createMediaSession } from './effects/media-session.js';
import { createMemory } from './effects/memory.js';
import { createNotifications } from './effects/notifications.js';
import { createOutputs } from './effects/outputs.js';
import { createRecovery } from './effects/recovery.js';
import { createStreams } from './effects/streams.js';
import { createTimers } from './effects/timers.js';
import { createDevices } from './facts/devices.js';
import { watchEnvironment } from './facts/environment.js';
import { networkTested } from './facts/network.js';
import { watchPage } from './facts/page.js';
import { createPermissions } from './facts/permissions.js';
import { forgetCore, loadCore } from './load-core.js';
import { createPatience } from './patience.js';
import { Refusal } from './refusals.js';
import { createStore } from './store.js';
import { createTrace } from './trace.js';
import { unclobbered } from './unclobbered.js';

/** Facts that come with live media. */
const GRANTS = ['request_opened', 'recovery_streamed', 'stream_attached'];

/** What the far side knows of a call that the core could not lead to its end. @type {Partial<FarSideMessage>} */
const LOST = {
  state: 'chatting', heard: false, seen: false, texting: true, microphone: { state: 'blocked', cause: 'unknown' }, camera: { state: 'off', cause: 'none' },
  instructions: '',
};

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {Record<string, unknown>} verdict @returns {ChatReason | null} */
const reasonIn = ({ cause }) => (cause === 'none' ? null : { kind: 'microphone', cause: /** @type {import('./words.js').Cause} */ (cause) });

/**
 * Looks at once and without prompting; facts wait until the core is there.
 * @param {Page} page
 * @param {AbortSignal} signal  Ends with the element.
 * @returns {Session}
 */
export function startSession(page, signal) {
  const session = new AbortController(); // everything
  const loop = new AbortController(); // what needs a core; the chat outlives a core that breaks
  const end = () => session.abort();
  signal.addEventListener('abort', end, { once: true });
  session.signal.addEventListener('abort', () => loop.abort(), { once: true });
  if (signal.aborted) end();

  const configText = page.readConfig() || '{}';
  const written = parsed(configText);
  const trace = createTrace(configText);
  /** @type {Partial<Config>} Until a core has checked it, look twice. */
  let config = /** @type {Partial<Config>} */ (written ?? {});
  /** @type {View | null} */
  let view = null;
  /** @type {ReturnType<typeof createChat> | undefined} */
  let chat;
  /** Why there is no voice, for whoever answers in writing. @type {ChatReason | null} */
  let reason = null;
  let gaveUp = false;
  /** @type {FarSideMessage | null} */
  let message = null;

  const patience = createPatience(loop.signal, window, page.pressLapsed);
  const store = createStore({
    now: startClock(),
    wait: patience.begin,
    hold: (tracks) => streams.keepOnly(tracks),
    perform,
    draw(next) {
      view = next;
      recovery.show(next.recovery);
      page.render(next);
    },
    record(line, reply) {
      trace.record(line, reply);
      page.tell('trace', { line, reply });
    },
    report: (error) => console.error('[Earshot]', error),
    refused: (refusal) => console.error(refusedBlock(refusal, false)),
    fail(error) {
      if (error instanceof Refusal) return giveUp(refusedBlock(error, true));
      forgetCore();
      giveUp(noCore({ reason: 'broken', error }));
    },
  }, loop.signal);
  const { dispatch } = store;

  const streams = createStreams(opened, loop.signal, navigator);
  const recovery = createRecovery(dispatch, loop.signal, { document, adopt: streams.adopt, place: (node) => page.placeRecovery(node) });
  const permissions = createPermissions(dispatch, loop.signal, window);
  const visible = () => unclobbered(document).visibilityState === 'visible';
  const devices = createDevices(dispatch, loop.signal, {
    mediaDevices: navigator.mediaDevices,
    microphone: () => streams.track('microphone'),
    visible,
  });
  const timers = createTimers(dispatch, loop.signal);
  const level = createLevel(dispatch, loop.signal, {
    microphone: () => streams.track('microphone'),
    behindMute: streams.behindMute,
    setLevel: page.setLevel,
    visible,
    sessionType: () => /** @type {{ audioSession?: { type: string } }} */ (navigator).audioSession?.type ?? '',
  });
  const frames = createFrames(dispatch, loop.signal, { camera: () => streams.newest('camera'), visible });
  const outputs = createOutputs(dispatch, loop.signal);
  const callButtons = createMediaSession(dispatch, loop.signal, navigator);
  const memory = createMemory(dispatch, window);
  const notifications = createNotifications(dispatch, loop.signal, window);
  const tellHost = createHost(page.tell, { view: () => view, stream: streams.session, track: streams.track });

  /** @param {import('./facts.js').Fact} fact */
  function opened(fact) {
    dispatch(fact);
    if (GRANTS.includes(fact.fact)) void devices.look(); // names, and sometimes devices, appear with the first grant
  }

  /** @param {ChatState} state */
  function chatChanged(state) {
    if (gaveUp) page.tell('chat', { state, session: chat?.session() ?? '' });
    else dispatch({ fact: 'chat_changed', state });
  }

  /** One for as long as the element lives. */
  function conversation() {
    if (chat) return chat;
    chat = createChat(chatSettings(config.chat), page, { reason: () => reason, report: chatChanged });
    page.connectChat(chat);
    return chat;
  }

  function openChat() {
    page.openChat(conversation());
    conversation().open();
  }

  /** @type {Promise<void>[] | null} Those ordered at the start: permissions are told before devices. */
  let firstReadings = [];

  /** After a loss, devices are told before permissions: where another microphone is all that is left, Firefox would ask,
   * though it says "granted". @param {Capability} kind */
  async function lookAndRead(kind) {
    await devices.look();
    await permissions.read(kind);
  }

  /** @param {Capability} kind */
  function readPermission(kind) {
    if (firstReadings) firstReadings.push(permissions.read(kind));
    else void lookAndRead(kind);
  }

  /** @param {{ kind: Capability, poll_ms: number }} order */
  function watchPermission({ kind, poll_ms }) {
    void permissions.watch(kind, poll_ms);
    devices.watch(kind, poll_ms);
  }

  function resumeAudio() {
    level.resume();
    outputs.resume();
  }

  /** @param {Extract<Effect, { effect: 'tell_host' }>} order */
  function tell({ event, detail }) {
    if (event === 'verdict' && detail.kind === 'microphone') reason = reasonIn(detail);
    if (event === 'chat') return tellHost(event, { ...detail, session: chat?.session() ?? '' });
    if (event !== 'message') return tellHost(event, detail);
    message = instructed(/** @type {FarSideMessage} */ (/** @type {unknown} */ (detail)), view, page);
    tellHost(event, message);
  }

  /** @param {Effect} order */
  function perform(order) {
    switch (order.effect) {
      case 'read_permission': return readPermission(order.kind);
      case 'watch_permission': return watchPermission(order);
      case 'open': return streams.open(order);
      case 'close': return streams.close(order);
      case 'enable': return streams.enable(order);
      case 'set_timer': return timers.set(order.timer, order.ms);
      case 'cancel_timer': return timers.cancel(order.timer);
      case 'watch_level': return level.watch(order.on, order.behind_mute);
      case 'watch_frames': return frames.watch(order.on);
      case 'resume_audio': return resumeAudio();
      case 'media_session': return callButtons.set(order);
      case 'remember': return memory.remember(order);
      case 'request_notifications': return notifications.request();
      case 'open_chat': return openChat();
      case 'close_chat': return page.closeChat();
      case 'announce': return page.announce(order.title, order.urgency);
      case 'tell_host': return tell(order);
      case 'log': return logVerdict(order.level, order.detail, siteOf(window, config));
      case 'recover': return recovery.expect(order);
      case 'open_link': return openLink(order.url, document);
      case 'leave_app': return leaveApp(order.way, window);
      case 'copy': return void copy(order.text || window.location.href, window, (ok) => session.signal.aborted || page.copied(ok));
      case 'open_tab': return void window.open(location.href, '_blank', 'noopener');
      case 'reload': return location.reload();
      default: {
        /** @type {never} A new effect must be obeyed here. */
        const unknown = order;
        return unknown;
      }
    }
  }

  /** @param {import('./load-core.js').Failure} failure */
  const noCore = (failure) => noCoreBlock(failure, siteOf(window, config), false);

  /** Every track stops, and whoever was told of a call hears that there is none. @param {string} why  For the console. */
  function giveUp(why) {
    loop.abort();
    gaveUp = true;
    reason = { kind: 'microphone', cause: 'core_unavailable' };
    const told = view;
    view = page.showPlain('core_unavailable', conversation());
    const { orb, microphone, camera, notifications } = view;
    if (told) tellHost('state', { orb, microphone, camera, notifications });
    if (message) tellHost('message', (message = { ...message, ...LOST }));
    console.error(why);
    goOn();
  }

  /** @param {Core} core */
  function configure(core) {
    /** @type {{ config: Config, problems: ConfigProblem[] }} */
    const answer = JSON.parse(core.configure(configText));
    for (const problem of answer.problems) console.warn(problemLine(problem, written));
    config = answer.config;
    page.applyConfig(answer.config);
    goOn();
  }

  /** A conversation that a page before this one began: what was answered since comes at once. */
  function goOn() {
    if (!page.chatTransport && goesOn(chatSettings(config.chat))) conversation().open();
  }

  async function start() {
    const loaded = await loadCore();
    if (session.signal.aborted) {
      if ('core' in loaded) loaded.core.delete();
      return;
    }
    if ('reason' in loaded) return giveUp(noCore(loaded));
    const { core, instead } = loaded;
    // A browser without WebAssembly is not the site's affair.
    if (instead && instead.reason !== 'unsupported' && config.log !== 'silent') console.info(noCoreBlock(instead, siteOf(window, config), true));
    loop.signal.addEventListener('abort', () => core.delete(), { once: true });
    try {
      configure(core);
    } catch (error) {
      return giveUp(noCore({ reason: 'broken', error }));
    }
    store.connect(core);
    patience.stop();
    await Promise.all(firstReadings ?? []);
    firstReadings = null;
    if (!loop.signal.aborted) await devices.look();
  }

  // Leaving ends every track. A browser may bring the page back from its cache: then what was stopped has ended.
  /** @type {number[]} */
  let stopped = [];
  window.addEventListener('pagehide', () => {
    stopped = streams.tracks().map(({ track }) => track);
    streams.closeAll();
  }, { signal: loop.signal });

  void watchEnvironment(dispatch, loop.signal, window);
  if (config.remember === true) memory.recall(); // before the first press, which may come before the core
  watchPage((fact) => {
    timers.fireLate(); // how long it was away counts before that it is back
    dispatch(fact);
  }, loop.signal, window);
  window.addEventListener('pageshow', () => {
    stopped.splice(0).forEach((track) => dispatch({ fact: 'track_ended', track }));
  }, { signal: loop.signal });
  session.signal.addEventListener('abort', () => chat?.close(), { once: true });
  void start();

  return {
    dispatch,
    send: store.send,
    trace: trace.text,
    stream: streams.stream,
    message: () => message,
    get languages() { return navigator.languages ?? []; },
    attach: streams.attach,
    detach: streams.detach,
    play: outputs.play,
    reportNetwork: (result) => dispatch(networkTested(result)),
    receiveChat: (message) => conversation().receive(message),
    stop: end,
  };
}
