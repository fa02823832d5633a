// A page that only has the tag: the browser gives the microphone, and nobody is there to hear it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor of a page where nobody takes the stream', (scene) => {
  test('is never told to go ahead and talk; the owner reads what to do; a script that comes later brings the words at once', async () => {
    const widget = await scene.open('nobody', { microphone: 'granted' });
    await widget.page.evaluate(() => {
      const read = (globalThis.read = new Set());
      const watch = () => {
        for (const node of witness
          .widget()
          ?.shadowRoot?.querySelectorAll('[part~="hint"], [part~="title"]') ?? [])
          read.add(node.textContent);
        requestAnimationFrame(watch);
      };
      watch();
    });
    await widget.press('orb');
    await widget.until(({ title }) => title === 'far_end_connecting', 'the visitor to wait');
    const view = await widget.until(({ title }) => title === 'nobody_listens', 'the visitor to know');
    assert.equal(view.orb, 'live');
    assert.ok(view.actions.includes('open_chat') && view.actions.includes('end'));
    await widget.page.until('the owner to know', () =>
      witness.lines.some((line) => line.includes('nobody on this page takes its stream')),
    );
    const read = await widget.page.evaluate(() => [...globalThis.read]);
    assert.ok(read.includes('Your microphone works. Nobody is listening here yet.'), String(read));
    assert.deepEqual(
      read.filter((words) => /go ahead|You’re on/i.test(words ?? '')),
      [],
    );

    await widget.page.evaluate(() => void witness.widget().stream);
    assert.equal((await widget.view()).title, 'listening');
    await widget.harmless();
  });

  test('is told at once where a listener takes it a moment later', async () => {
    const widget = await scene.open('nobody', { microphone: 'granted' });
    await widget.page.evaluate(() => {
      addEventListener('earshot-stream', ({ detail }) => setTimeout(() => detail.stream, 200), true);
    });
    await widget.press('orb');
    await widget.until(({ title }) => title === 'listening', 'the visitor to be told');
    await widget.page.evaluate(() => witness.pass(10_000));
    assert.equal((await widget.view()).title, 'listening');
    assert.deepEqual(
      await widget.page.evaluate(() => witness.lines.filter((line) => line.includes('takes its stream'))),
      [],
    );
    await widget.harmless();
  });
});
