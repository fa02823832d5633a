// Taken away and given back, again and again: whatever was opened for a loss is let go of when it is over.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { countHeap } from './drivers/heap.js';
import { sleep } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

// Not PermissionStatus: Chromium keeps each that it ever handed out for as long as the page.
const KEPT = [
  'MediaStreamTrack',
  'MediaStream',
  'AudioContext',
  'MediaStreamAudioSourceNode',
  'AnalyserNode',
  'AbortController',
  'AbortSignal',
  'RTCRtpSender',
  'RTCPeerConnection',
];

inEveryEngine('A microphone that is taken away and given back', (scene, name) => {
  /** @param {Widget} widget @param {number} times */
  async function cycles(widget, times) {
    for (let cycle = 0; cycle < times; cycle += 1) {
      await scene.revoke('microphone');
      await widget.page.evaluate(untilOrb, 'interrupted');
      await scene.allow({ microphone: 'granted' });
      await widget.page.evaluate(untilOrb, 'live');
    }
  }
  /** What is held: seen from the page, and in Chromium from below. @param {Widget} widget @returns {Promise<Record<string, number>>} */
  async function held(widget) {
    const inPage = await widget.page.evaluate(() => ({
      live: witness.live().length,
      most: witness.mostAtOnce(),
      inStream: witness.widget().stream?.getTracks().length ?? 0,
      elements:
        document.querySelectorAll('*').length +
        (witness.widget().shadowRoot?.querySelectorAll('*').length ?? 0),
      timers: witness.timers(),
    }));
    const engine = scene.engine();
    return 'devtools' in engine ? { ...inPage, ...(await countHeap(engine.devtools, KEPT)) } : inPage;
  }
  const times = { chromium: 200, firefox: 20, webkitgtk: 3 }[name];

  test(`${times} times leaves nothing behind`, async (t) => {
    const widget = await scene.open(name === 'webkitgtk' ? 'voice' : 'call', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await cycles(widget, 3);
    const before = await held(widget);
    await cycles(widget, times);
    let after = await held(widget);
    const more = () =>
      Object.entries(before)
        .filter(([what, count]) => certain(after[what], what) > Math.max(1, count))
        .map(([what]) => what); // one of each is what a call needs
    // What Chromium has handed out, it holds for ten seconds itself.
    for (const end = Date.now() + 15_000; more().length && Date.now() < end; after = await held(widget))
      await sleep(2000);
    t.diagnostic(JSON.stringify({ before, after }));
    assert.deepEqual(more(), [], JSON.stringify({ before, after }));
    assert.deepEqual([after.live, after.most, after.inStream], [1, 1, 1]);
    await widget.harmless();
  });
});

/** Runs in the page: until the orb is so, and what happened has been understood. @param {string} orb */
const untilOrb = (orb) =>
  new Promise((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`waited in vain for ${orb}: ${JSON.stringify(witness.widget().view)}`)),
      10_000,
    );
    const look = () => {
      const { view } = witness.widget();
      if (view.orb !== orb || view.title === 'microphone_stopped') return;
      clearTimeout(timer);
      document.removeEventListener('earshot-trace', soon);
      done(true);
    };
    const soon = () => queueMicrotask(look); // it is drawn after it was traced
    document.addEventListener('earshot-trace', soon);
    look();
  });
