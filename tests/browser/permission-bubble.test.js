// Chromium's own permission bubble on a screen, answered with a real mouse. Only here does a prompt of Chromium stay open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

const IGNORED = 15_000;

inEveryEngine(
  "In Chromium's real permission bubble",
  (scene) => {
    test('"Allow while visiting the site": the visitor is heard', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      const view = await widget.orb('asking');
      assert.equal(view.title, 'allow_microphone');
      assert.deepEqual(await widget.live(), []);
      await scene.prompt().allow();
      await widget.orb('live');
      assert.deepEqual(await widget.live(), ['audio']);
      await widget.harmless();
      await widget.keep('bubble-allowed');
    });

    test('"Never allow": steps, and no second question', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      await scene.prompt().deny();
      await widget.orb('blocked');
      await widget.readsEveryStep();
      assert.equal(await widget.requests(), 1);
      await widget.chat('I pressed the wrong button');
      await widget.harmless();
      await widget.keep('bubble-denied');
    });

    test('closed without an answer: try again, the same bubble, and be heard', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      await scene.prompt().dismiss();
      const view = await widget.orb('blocked');
      assert.equal(view.title, 'prompt_dismissed');
      assert.equal(await widget.requests(), 1);
      await widget.press('try_again');
      await scene.prompt().allow();
      await widget.orb('live');
      await widget.harmless();
      await widget.keep('bubble-dismissed');
    });

    test('closed twice: the third time would block the site for a week, so the widget stops asking and says why', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      await scene.prompt().dismissByKey();
      await widget.orb('blocked');
      await widget.press('try_again');
      await scene.prompt().dismissByKey();
      await widget.until(
        ({ title }) => title === 'prompt_dismissed_twice',
        'the words about the second dismissal',
      );
      await widget.press('orb');
      assert.equal((await widget.view()).orb, 'blocked');
      assert.equal(await widget.requests(), 2);
      await widget.chat('Rather not again');
      await widget.harmless();
      await widget.keep('bubble-dismissed-twice');
    });

    test('closed three times, once by a question of the site itself: Chromium blocks for a week, and the widget says so', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      await scene.prompt().dismiss();
      await widget.orb('blocked');
      await widget.press('try_again');
      await scene.prompt().dismiss();
      await widget.until(
        ({ title }) => title === 'prompt_dismissed_twice',
        'the words about the second dismissal',
      );
      await widget.page.evaluate(
        () => void navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {}),
      );
      await scene.prompt().dismiss();
      await widget.page.until('Chromium to block the site', () =>
        witness.widget().trace().includes('"state":"denied","live":true'),
      );
      const view = await widget.until(({ steps }) => steps.length > 0, 'the way out');
      assert.equal(view.orb, 'blocked');
      const { cause } = (await widget.events('earshot-verdict')).at(-1);
      assert.equal(cause, 'embargoed');
      // Only the site's settings lift it.
      await scene.allow({ microphone: 'granted' });
      await widget.orb('live');
      await widget.harmless();
      await widget.keep('embargo');
    });

    test('closed once at each of two visits: on a site that may remember, the widget stops asking at the second', async () => {
      const first = await scene.open('remember');
      await first.press('orb');
      await scene.prompt().dismiss();
      await first.until(({ title }) => title === 'prompt_dismissed', 'the words about the first dismissal');
      const widget = await scene.openAgain('remember');
      await widget.press('orb');
      await scene.prompt().dismiss();
      await widget.until(
        ({ title }) => title === 'prompt_dismissed_twice',
        'the words about the second dismissal',
      );
      await widget.press('orb');
      assert.equal(await widget.requests(), 1);
      await widget.harmless();
      await widget.keep('bubble-dismissed-at-two-visits');
    });

    test('left open at four visits: Chromium blocks for a week, and the widget explains a block', async () => {
      let widget = await scene.open('voice');
      for (let visit = 0; visit < 4; visit += 1) {
        await widget.press('orb');
        await scene.prompt().shown();
        widget = await scene.openAgain('voice');
      }
      await widget.press('orb');
      const view = await widget.orb('blocked');
      assert.equal(await widget.requests(), 1);
      assert.ok(view.steps.length > 0 && view.actions.includes('open_chat'), JSON.stringify(view));
      const { cause, alternatives } = (await widget.events('earshot-verdict')).at(-1);
      assert.deepEqual([cause, alternatives.includes('embargoed')], ['blocked_for_site', true]);
      await widget.harmless();
      await widget.keep('ignored-at-four-visits');
    });

    test("behind the site's own question about the camera: the widget waits for it, and blames no device", async () => {
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.page.evaluate(
        () => void navigator.mediaDevices.getUserMedia({ video: true }).catch(() => {}),
      );
      await scene.prompt().shown();
      await widget.press('orb');
      await widget.until(({ title }) => title === 'opening_slowly', 'the words about the wait');
      await widget.page.evaluate((ms) => witness.pass(ms), IGNORED);
      const view = await widget.until(({ title }) => title === 'no_answer', 'the words about no answer');
      assert.equal(view.pointer, '');
      assert.ok(view.actions.includes('open_chat'), String(view.actions));
      assert.deepEqual(
        (await widget.events('earshot-verdict'))
          .map(({ cause }) => cause)
          .filter((cause) => cause === 'device_failed'),
        [],
      );
      await scene.prompt().dismiss();
      await widget.orb('live');
      await widget.liveTracks('audio');
      await widget.harmless();
      await widget.keep('behind-another-question');
    });

    test('about notifications: blocked, and the words say how to allow them', async () => {
      const widget = await scene.open('notifications');
      await widget.press('allow_notifications');
      await scene.prompt().deny();
      const view = await widget.until(({ title }) => title === 'notifications_blocked', 'the words about it');
      assert.ok(view.steps.length > 0);
      await widget.harmless();
      await widget.keep('bubble-notifications-denied');
    });

    test('allowed after the visitor went to the chat: the late stream is closed', async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      await widget.orb('asking');
      await scene.prompt().shown();
      await widget.press('open_chat');
      await widget.orb('chatting');
      await scene.prompt().allow();
      await widget.page.until('the stream to come', () => witness.opened() === 1);
      await widget.liveTracks();
      await widget.harmless();
      await widget.keep('late-stream');
    });
  },
  { able: ['chromium'], headless: false },
);
