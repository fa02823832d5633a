// One widget's running loop: wires what looks, what decides and what obeys. It decides nothing itself.
//
//   js-glue/facts ─┐                                  ┌─▶ page.render
//   the visitor ───┴─▶ dispatch ─▶ store ─▶ the core ─┴─▶ perform ─▶ js-glue/effects ─▶ the browser ─▶ a fact
//
// Beside the loop are its beginning (start.js), its end (giving-up.js, leaving.js) and the chat
// (chat/life.js).
/** @import { Core, View } from './answers.js' */
/** @import { Config, EarlyConfig } from './config.js' */
/** @import { Fact } from './facts.js' */
/** @import { Page, Session } from './page.js' */
/** @import { Recovery } from './words.js' */
import { createChatLife } from './chat/life.js';
import { startClock } from './clock.js';
import { readWritten } from './early-config.js';
import { languagesOf } from './first-glue.js';
import { createHost } from './effects/host.js';
import { createMemory } from './effects/memory.js';
import { createStreams } from './effects/streams.js';
import { createTaken } from './effects/taken.js';
import { effectTable, performer } from './effects/table.js';
import { createTimers } from './effects/timers.js';
import { createDevices } from './facts/devices.js';
import { watchEnvironment } from './facts/environment.js';
import { farEndReported, isOfFarEnd } from './facts/far-end.js';
import { hostFailed } from './facts/host-failed.js';
import { networkTested } from './facts/network.js';
import { watchPage } from './facts/page.js';
import { createPermissions } from './facts/permissions.js';
import { createLookOrder } from './facts/look-order.js';
import { giveUp } from './giving-up.js';
import { watchLeaving } from './leaving.js';
import { createLate, prefetch } from './late.js';
import { forgetCore } from './load-core.js';
import { NO_MEDIA_ELEMENT } from './owner/misuse.js';
import { createOwner } from './owner/owner.js';
import { createPatience } from './patience.js';
import { Refusal } from './refused-facts.js';
import { startCore } from './start.js';
import { createStore } from './store.js';
import { createTrace } from './trace.js';
import { readable } from './readable.js';
import { unclobbered } from './unclobbered.js';
import { createVerdicts } from './verdicts.js';
import { withoutLoop } from './without-loop.js';

/**
 * Looks at once and without prompting; facts wait until the core is there. Never throws: where the loop cannot be wired, there is the chat.
 * @param {Page} page
 * @param {AbortSignal} signal  Ends with the element.
 * @returns {Session}
 */
export function startSession(page, signal) {
  const life = new AbortController(); // everything
  const stop = () => life.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return wire(page, life);
  } catch (error) {
    stop();
    return withoutLoop(page, signal, error);
  }
}

/** @param {Page} page @param {AbortController} life @returns {Session} */
function wire(page, life) {
  const loop = new AbortController(); // what needs a core; the chat outlives a core that breaks
  const stop = () => life.abort();
  life.signal.addEventListener('abort', () => loop.abort());
  if (life.signal.aborted) loop.abort();
  const navigator = readable(window.navigator);

  const written = readWritten(page.readConfig() || '{}');
  /** As far as it is known. @type {EarlyConfig} */
  let config = written.early;
  /** Once it is there. @type {Core | null} */
  let core = null;
  /** What is drawn. @type {View | null} */
  let view = null;
  /** The browser's own element that is wanted. @type {Recovery} */
  let recovery = '';
  const trace = createTrace(written);
  const verdicts = createVerdicts();
  const owner = createOwner(window, () => config);
  const patience = createPatience(loop.signal, window, page.pressLapsed);

  // The loop.
  const store = createStore(
    {
      now: startClock(),
      wait: () => page.pressMeant() ?? patience.begin(),
      hold: (tracks) => streams.keepOnly(tracks),
      perform: (order) => perform(verdicts.complete(order)),
      learn: verdicts.learn,
      draw(next) {
        view = next;
        if (next.recovery !== recovery) showRecovery(next.recovery);
        page.render(next);
      },
      record(line, reply) {
        trace.record(line, reply);
        page.tell('trace', { line, reply });
      },
      report: owner.report,
      refused: owner.refused,
      fail(error) {
        if (error instanceof Refusal) return endWith(() => owner.refused(error, true));
        forgetCore();
        endWith(() => owner.noCore({ reason: 'broken', error }));
      },
    },
    loop.signal,
  );
  const { dispatch } = store;
  /** @param {Recovery} next */
  function showRecovery(next) {
    recovery = next;
    help.soon((made) => made.recovery.show(recovery));
  }

  /** @param {Fact} fact */
  function opened(fact) {
    dispatch(fact);
    readings.opened(fact);
  }

  /** Who was blocked before will need help. @param {Fact} fact */
  function looked(fact) {
    dispatch(fact);
    if (fact.fact === 'permission_read' && fact.state === 'denied') prefetch(page.helpPart);
  }

  // What looks, and what obeys. The order is that in which they hear of the browser's events.
  const visible = () => unclobbered(document).visibilityState === 'visible';
  const streams = createStreams(
    opened,
    loop.signal,
    navigator,
    (...used) => devices.idOf(...used),
    // Guard mode: what the host's call has besides is the host's.
    (kind) => config.mode !== 'guard' || config.media.includes(kind),
  );
  const microphone = () => streams.track('microphone');
  const help = createLate(
    page.helpPart,
    ({ createHelp }) =>
      createHelp(dispatch, loop.signal, {
        document,
        window,
        adopt: streams.adopt,
        place: (node) => page.placeRecovery(node),
        camera: () => streams.newest('camera'),
        visible,
        written,
        owner,
        core: () => core,
        config: () => config,
        apply,
      }),
    loop.signal,
  );
  const permissions = createPermissions(looked, loop.signal, window);
  const { mediaDevices } = navigator;
  const devices = createDevices(dispatch, loop.signal, { mediaDevices, microphone, visible });
  const readings = createLookOrder(permissions, devices, loop.signal);
  const timers = createTimers(dispatch, loop.signal);
  const call = createLate(
    page.callPart,
    ({ createCall }) =>
      createCall(dispatch, loop.signal, {
        document,
        window,
        mediaDevices,
        microphone,
        isOurMute: streams.isOurMute,
        behindMute: streams.behindMute,
        setLevel: page.setLevel,
        visible,
        sessionType: () =>
          /** @type {{ audioSession?: { type: string } }} */ (navigator).audioSession?.type ?? '',
      }),
    loop.signal,
  );
  const memory = createMemory(dispatch, window);
  const chat = createChatLife(page, life.signal, {
    config: () => config.chat,
    report: (state) => dispatch({ fact: 'chat_changed', state }),
    reason: verdicts.reason,
    part: page.chatPart,
    storage: () => window.sessionStorage,
  });
  const taken = createTaken(dispatch, loop.signal, owner.untaken);
  const host = createHost(page, {
    steps: (act) => help.soon(act),
    view: () => view,
    stream: streams.session,
    track: streams.track,
    session: chat.session,
    taken,
  });
  const perform = performer(
    effectTable({
      page,
      readings,
      streams,
      timers,
      call,
      memory,
      askForNotifications: () =>
        help.now(
          (made) => made.notifications.request(),
          () => dispatch({ fact: 'notifications_answered', state: 'unknown', elapsed_ms: 0 }),
        ),
      help,
      chat,
      host,
      owner,
      window,
      signal: life.signal,
    }),
  );

  /** @param {() => void} say */
  const endWith = (say) =>
    giveUp({
      loop,
      chat,
      host,
      view,
      say,
      showPlain: () =>
        (view = page.showPlain('core_unavailable', () =>
          chat.converse((conversation) => conversation.open()),
        )),
    });

  /** @param {Config} checked */
  function apply(checked) {
    config = checked;
    page.applyConfig(checked);
  }

  void watchEnvironment(dispatch, loop.signal, window);
  if (config.remember) memory.recall(); // before the first press, which may come before the core
  try {
    watchPage(
      (fact) => {
        timers.fireLate(); // how long it was away counts before that it is back
        dispatch(fact);
      },
      loop.signal,
      window,
    );
  } catch (error) {
    owner.report(error); // the loop goes on without it
  }
  watchLeaving(dispatch, loop.signal, window, streams);
  void startCore(
    written,
    { life: life.signal, loop: loop.signal },
    {
      owner,
      configured(checked) {
        apply(checked);
        chat.goOn();
      },
      ready(made) {
        store.connect((core = made));
        patience.stop();
        void readings.begin();
      },
      giveUp: (failure) => endWith(() => owner.noCore(failure)),
      comeLate: page.offerVoice,
    },
  );

  return {
    dispatch,
    send: store.send,
    trace: trace.text,
    stream: () => taken.read(streams.stream()),
    message: host.message,
    get languages() {
      return languagesOf(navigator);
    },
    furniture: written.early,
    attach: streams.attach,
    detach: streams.detach,
    play(media) {
      if (typeof media?.play !== 'function' || !('paused' in media)) throw new TypeError(NO_MEDIA_ELEMENT);
      call.now(
        ({ outputs }) => outputs.play(media),
        () => void media.play().catch(() => {}),
      );
    },
    report: (what, options) =>
      dispatch(isOfFarEnd(what) ? farEndReported(taken.read(what)) : hostFailed(what, config.media, options)),
    reportNetwork: (result) => dispatch(networkTested(result)),
    forget: chat.forget,
    receiveChat: (message) => chat.converse((conversation) => conversation.receive(message)),
    reconfigure: (text, inCall, needs) =>
      help.now(
        ({ reconfigure }) => needs(reconfigure(text, inCall)),
        () => needs('later'),
      ),
    stop(inCall) {
      const held = streams.tracks();
      if (inCall) dispatch({ fact: 'pressed', action: 'end' });
      stop();
      for (const { kind } of held) host.tell({ event: 'track_replaced', detail: { kind, request: 0 } });
    },
  };
}
