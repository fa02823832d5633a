// Chromium's own permission bubble on a screen, answered with a real mouse. Only here does a prompt of Chromium stay open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine("In Chromium's real permission bubble", (scene) => {
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
    const view = await widget.orb('blocked');
    assert.ok(view.steps.length > 0);
    assert.equal((await widget.steps()).length, view.steps.length);
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
    await widget.until(({ title }) => title === 'prompt_dismissed_twice', 'the words about the second dismissal');
    await widget.press('orb');
    assert.equal((await widget.view()).orb, 'blocked');
    assert.equal(await widget.requests(), 2);
    await widget.chat('Rather not again');
    await widget.harmless();
    await widget.keep('bubble-dismissed-twice');
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
}, { able: ['chromium'], headless: false });
