// The way back inside the page: Chromium's own element in the widget's card, its real dialog, a real mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countingHand } from './presses.js';
import { inEveryEngine } from './scene.js';

/** @typedef {import('./scene.js').Widget} Widget */

/** Marks this page, so that a reload would be noticed. @param {Widget} widget */
const mark = (widget) => widget.page.evaluate(() => void Object.assign(globalThis, { unloaded: false }));
/** @param {Widget} widget */
const isTheSamePage = (widget) => widget.page.evaluate(() => 'unloaded' in globalThis);
/** What the widget hands to the site. @param {Widget} widget */
const tracksOf = (widget) =>
  widget.page.evaluate(() =>
    witness
      .widget()
      .stream?.getTracks()
      .map(({ kind, readyState }) => `${kind} ${readyState}`)
      .sort(),
  );
/** @param {Widget} widget */
const element = (widget) =>
  widget.page.evaluate(() => witness.widget().shadowRoot?.querySelector('.recover')?.localName);

inEveryEngine(
  "A visitor who finds the browser's own button in the card",
  (scene) => {
    /** Blocked in the real bubble. @param {string} page */
    async function blocked(page) {
      const widget = await scene.open(page);
      await widget.press('orb');
      await scene.prompt().deny();
      await widget.until(({ actions }) => actions[0] === 'recover', "the browser's own button to be offered");
      await mark(widget);
      return widget;
    }

    test('pressed "Never allow", and is heard at the far end after two presses', async () => {
      const widget = await blocked('call');
      assert.equal(await element(widget), 'microphone');
      const words = await widget.title();
      await widget.readsEveryStep();
      const { press, agreesWithTable } = countingHand();

      await press('“Use microphone” in the card', widget.recover);
      assert.match(await scene.dialog().shown(), /^You previously didn't allow microphone/);
      const asking = await widget.view();
      assert.deepEqual([asking.orb, asking.title, asking.pointer], ['blocked', 'answer_recovery', 'center']);
      assert.ok(asking.steps.length > 0, 'the card stays as it is under the dialog');
      await press('“Allow this time” in the dialog', scene.dialog().allowThisTime);

      const live = await widget.orb('live');
      assert.equal(live.title, 'allowed_again_chromium');
      assert.notEqual(await widget.title(), words);
      assert.deepEqual(await tracksOf(widget), ['audio live']);
      assert.equal(await widget.requests(), 1, 'the first question, and no other');
      await widget.page.until('the call', () => call.state() === 'connected');
      await widget.isHeard('after the block was lifted');
      assert.ok(await isTheSamePage(widget), 'nothing was loaded anew');
      agreesWithTable('Chromium, its own button');
      await widget.harmless();
      await widget.keep('recovered');
    });

    test('stays with the block: the words stay, and the next press is as good as the first', async () => {
      const widget = await blocked('voice');
      const before = await widget.view();
      for (const stay of [scene.dialog().continueNotAllowing, scene.dialog().leave]) {
        await widget.recover();
        await stay();
        const after = await widget.until(({ title }) => title === before.title, 'the same words as before');
        assert.deepEqual([after.steps, after.actions], [before.steps, before.actions]);
      }
      await widget.recover();
      await scene.dialog().allowThisTime();
      await widget.orb('live');
      assert.equal(await widget.requests(), 1);
      await widget.harmless();
      await widget.keep('recovered-at-the-third-press');
    });

    test('closed the question, and is asked in the middle of the page', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      await scene.prompt().dismissByKey();
      const view = await widget.until(
        ({ actions }) => actions[0] === 'recover',
        "the browser's own button to be offered",
      );
      assert.equal(view.title, 'prompt_dismissed');
      const { press, agreesWithTable } = countingHand();
      await press('“Use microphone” in the card', widget.recover);
      await press('“Allow while visiting the site” in the dialog', scene.prompt().allow);
      await widget.orb('live');
      assert.equal(await widget.requests(), 1);
      assert.deepEqual(await tracksOf(widget), ['audio live']);
      agreesWithTable('Chromium, question closed, its own button');
      await widget.harmless();
      await widget.keep('recovered-after-closing');
    });

    test('switched the microphone off in the middle of a call, and is heard again in the same call', async () => {
      const widget = await scene.open('call', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await widget.page.until('the call', () => call.state() === 'connected');
      await widget.isHeard('at first');
      const asked = await widget.requests();
      const stream = await widget.page.evaluate(() => witness.widget().stream?.id);
      await scene.siteControls().open('microphone');
      await scene.siteControls().turn('microphone', false);
      const view = await widget.orb('interrupted');
      await scene.siteControls().close();
      await widget.until(({ actions }) => actions[0] === 'recover', "the browser's own button to be offered");
      assert.ok(view.actions.includes('open_chat'));
      await widget.isNotHeard();

      await widget.recover();
      await scene.dialog().allowThisTime();
      await widget.orb('live');
      await widget.isHeard('after the recovery');
      assert.equal(await widget.requests(), asked);
      assert.equal(
        await widget.page.evaluate(() => witness.widget().stream?.id),
        stream,
        'the stream of the call is still the same object',
      );
      assert.deepEqual(await tracksOf(widget), ['audio live']);
      assert.equal(await widget.page.evaluate(() => call.negotiations()), 1);
      await widget.harmless();
      await widget.keep('recovered-in-the-call');
    });

    test('of a video call blocked both, and has both back with one button', async () => {
      const widget = await blocked('video');
      assert.equal(await element(widget), 'usermedia');
      const { press, agreesWithTable } = countingHand();
      await press('“Use microphone and camera” in the card', widget.recover);
      assert.match(await scene.dialog().shown(), /camera and microphone/);
      await press('“Allow this time” in the dialog', scene.dialog().allowThisTime);
      const live = await widget.orb('live');
      assert.deepEqual([live.microphone, live.camera], ['live', 'live']);
      assert.deepEqual(await tracksOf(widget), ['audio live', 'video live']);
      assert.equal(await widget.requests(), 1);
      agreesWithTable('Chromium, microphone and camera, its own button');
      await widget.harmless();
      await widget.keep('recovered-both');
    });

    test('of a video call blocked the camera alone, and turns it on without a break in the voice', async () => {
      const widget = await scene.open('video', { microphone: 'granted', camera: 'denied' });
      await widget.press('orb');
      await widget.orb('choosing');
      assert.equal(await element(widget), 'camera');
      await widget.recover();
      assert.match(await scene.dialog().shown(), /allow camera/);
      await scene.dialog().allowThisTime();
      await widget.orb('live');
      assert.deepEqual(await tracksOf(widget), ['audio live', 'video live']);
      await widget.harmless();
      await widget.keep('recovered-camera');
    });

    test('has no mouse: Tab to the button, Return, Tab to the answer, Return', async () => {
      const widget = await blocked('call');
      await widget.recoverByKeys();
      await scene.dialog().allowThisTimeByKeys();
      await widget.orb('live');
      assert.equal(await widget.requests(), 1);
      await widget.harmless();
    });

    test('of a site whose call software is guarded: the way is clear, and the software opens its own', async () => {
      const widget = await blocked('guard');
      await widget.recover();
      await scene.dialog().allowThisTime();
      await widget.orb('live');
      assert.deepEqual(
        (await widget.events('earshot-cleared')).map(({ kinds }) => kinds),
        [['microphone']],
      );
      assert.deepEqual(await widget.page.evaluate(() => software.own()), ['live']);
      assert.equal(await widget.requests(), 2, 'the first question, and the software');
      assert.equal(
        await widget.page.evaluate(() => witness.mostAtOnce()),
        1,
        'never recorded from twice at once',
      );
      await widget.page.until('the call', () => call.state() === 'connected');
      await widget.isHeard('through the software');
      await widget.harmless();
      await widget.keep('recovered-and-guarded');
    });
  },
  { able: ['chromium'], headless: false },
);
