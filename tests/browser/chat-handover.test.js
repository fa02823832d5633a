// A site that has a chat already: whoever wants to write finds that one open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor of a site with a chat of its own', (scene) => {
  const itsChatLoads = () => scene.page().evaluate(() => siteChatLoads());
  const isOpen = () =>
    scene
      .page()
      .until('the chat of the site', () => document.activeElement?.matches('aside:not([hidden]) input'));

  test('leaves the call for it: the microphone is off, and the orb is there to come back', async () => {
    const widget = await scene.open('handover', { microphone: 'granted' });
    await itsChatLoads();
    await widget.press('orb');
    await widget.orb('live');
    await widget.press('open_chat');
    await isOpen();
    await widget.liveTracks();
    await widget.orb('idle');
    const panel = () =>
      widget.page.evaluate(() => witness.widget().shadowRoot?.querySelector('.chat:not([hidden])') !== null);
    assert.equal(await panel(), false);
    assert.deepEqual((await widget.events('earshot-state')).map(({ orb }) => orb).slice(-2), [
      'chatting',
      'idle',
    ]);
    await widget.press('orb');
    await widget.orb('live');
    await widget.harmless();
  });

  test('is handed over where no core can run, too', async () => {
    const widget = await scene.open('handover', { microphone: 'granted', query: '?without-core' });
    await itsChatLoads();
    await widget.orb('chatting');
    await widget.press('orb');
    await isOpen();
    await widget.page.until(
      'the panel to be closed',
      () => !witness.widget().shadowRoot?.querySelector('.chat:not([hidden])'),
    );
    assert.deepEqual(await widget.events('earshot-handover'), [
      { reason: { kind: 'microphone', cause: 'core_unavailable' } },
    ]);
    await widget.harmless(/wasm|404|Failed to load|earshot-core/);
  });

  test('reads that it did not open where nobody opens it, finds the links, and tries again when it is there', async () => {
    const widget = await scene.open('handover', { microphone: 'denied' });
    await widget.press('open_chat');
    await widget.orb('chatting');
    await widget.page.until('the words', () =>
      witness.widget().shadowRoot?.querySelector('#chat-state')?.textContent?.includes('did not open'),
    );
    assert.deepEqual(await widget.page.texts('earshot-widget >>> .chat .ways a'), ['Contact form']);
    const shown = (await widget.page.texts('earshot-widget >>> .chat')).join(' ');
    assert.doesNotMatch(shown, /You are in the text chat|answer right here/);
    assert.equal(
      await widget.page.evaluate(() => witness.lines.filter((line) => line.includes('("handover")')).length),
      1,
    );
    await itsChatLoads();
    await widget.page.press('earshot-widget >>> .chat .state .link');
    await isOpen();
    await widget.orb('idle');
    await widget.harmless();
  });
});
