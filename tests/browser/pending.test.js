// The browser's question is open, and the visitor does not answer: coached by what can be seen, never guessed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor before an open question',
  (scene) => {
    async function asked() {
      const widget = await scene.open('voice');
      await widget.press('orb');
      await widget.orb('asking');
      await scene.prompt().shown();
      return widget;
    }
    const IGNORED = 15_000;

    test('who does not see it is told where to look, and is heard as soon as it is allowed', async () => {
      const widget = await asked();
      await widget.press('cannot_see_prompt');
      await widget.until(({ title }) => title === 'prompt_unseen', 'the words about it');
      await widget.readsEveryStep();
      assert.equal(await widget.requests(), 1, 'nothing is asked twice');
      await scene.prompt().allow();
      await widget.orb('live');
      await widget.harmless();
      await widget.keep('question-unseen');
    });

    test('who leaves it open for long is reminded, and may still refuse', async () => {
      const widget = await asked();
      await widget.page.evaluate((ms) => witness.pass(ms), IGNORED);
      const view = await widget.until(
        ({ title }) => ['prompt_still_open', 'prompt_waits_for_focus'].includes(title),
        'the reminder',
      );
      assert.ok(view.actions.includes('open_chat'), String(view.actions));
      await scene.prompt().deny();
      await widget.orb('blocked');
      assert.equal(await widget.requests(), 1);
      await widget.harmless();
      await widget.keep('question-ignored');
    });

    test('who goes to another tab is called back, finds the question as it was, and allows it', async () => {
      const widget = await asked();
      const { back } = await scene.engine().anotherTab();
      await widget.until(({ title }) => title === 'prompt_waits_for_tab', 'the words about the other tab');
      await back();
      await widget.until(({ title }) => title === 'allow_microphone', 'the words of before');
      await scene.prompt().allow();
      await widget.orb('live');
      await widget.harmless();
      await widget.keep('question-left');
    });
  },
  { headless: false },
);
