// Pages that hold markup of their visitors: elements may be named as their writers like, and nothing else is lost by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('Markup that is named like what a script reads', (scene) => {
  for (const [situation, what] of /** @type {const} */ ([
    ['named-configuration', 'calls itself the script'],
    ['named-block', 'looks like the block of JSON'],
  ])) {
    test(`is no configuration: an element ${what}, and the chat is the site's all the same`, async () => {
      const widget = await scene.open(situation, { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await widget.chat('Is this the practice?');
      await widget.harmless();
    });
  }

  test('takes nothing from the window: there is a widget, its core runs without WebAssembly, and knows its browser', async () => {
    const widget = await scene.open('named-globals', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    assert.equal(
      await widget.page.evaluate(() => typeof (/** @type {any} */ (globalThis).Earshot.mount)),
      'function',
    );
    const environment = (await widget.page.evaluate(() => witness.widget().trace()))
      .split('\n')
      .find((line) => line.includes('"environment"'));
    const { recovery, in_app } = JSON.parse(environment ?? '{}');
    assert.deepEqual(
      { recovery, in_app },
      { recovery: scene.name === 'chromium' ? ['usermedia', 'microphone', 'camera'] : [], in_app: '' },
    );
    await widget.harmless();
  });

  test('takes nothing from the document, were there an image of every name', async () => {
    const widget = await scene.open('named-members', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.chat('Can you hear me?');
    await widget.harmless();
  });

  test('takes nothing from a form around the widget, were there a field of every name', async () => {
    const widget = await scene.open('named-fields', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.page.until('words in the language of the form', () =>
      witness
        .widget()
        .shadowRoot?.querySelector('[part~="title"], [part~="hint"]')
        ?.textContent?.includes('micrófono'),
    );
    await widget.harmless();
  });
});
