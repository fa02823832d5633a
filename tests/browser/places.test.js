// Pages on which no browser would open a microphone, whatever the visitor wants.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A page that may not use the microphone', (scene, name) => {
  test('in a frame of another site without allow="microphone": words, and the chat', async () => {
    await scene.open('iframe-without-allow', { microphone: 'granted' });
    const widget = scene.framed();
    await widget.press('orb');
    const view = await widget.orb('blocked');
    assert.equal(view.title, 'frame_blocked');
    await widget.chat('From within a frame');
    await widget.harmless();
    await widget.keep('frame-without-allow');
  });

  test('in a frame that was given the microphone, the visitor is heard', async () => {
    await scene.open('iframe-with-allow', { microphone: 'granted' });
    const widget = scene.framed();
    await widget.press('orb');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.harmless();
  });

  test('in a sandbox without an origin of its own: words, and the chat, where the browser minds', async () => {
    await scene.open('iframe-sandboxed', { microphone: 'granted' });
    const widget = scene.framed();
    await widget.press('orb');
    if (name === 'webkitgtk')
      await widget.orb('live'); // it goes by the frame's `allow` alone
    else {
      const view = await widget.orb('blocked');
      assert.equal(view.title, 'frame_blocked');
      assert.deepEqual(
        (await widget.events('earshot-verdict')).map(({ cause }) => cause).at(-1),
        'opaque_origin',
      );
      await widget.chat('From within a sandbox');
    }
    await widget.harmless();
    await widget.keep('sandboxed-frame');
  });

  test('without https: words, and the chat', async () => {
    const widget = await scene.open('insecure-origin', { microphone: 'granted', insecure: true });
    await widget.press('orb');
    const view = await widget.orb('blocked');
    assert.equal(view.title, 'page_not_secure');
    assert.equal(await widget.requests(), 0);
    await widget.chat('Over plain http');
    await widget.harmless();
    await widget.keep('insecure-origin');
  });

  if (name === 'chromium') {
    // Firefox and WebKitGTK ignore the header.
    test('under a header of the site itself: words, and the chat', async () => {
      const widget = await scene.open('policy-header', { microphone: 'granted' });
      await widget.press('orb');
      const view = await widget.orb('blocked');
      assert.equal(view.title, 'site_blocked_itself');
      assert.equal(await widget.requests(), 0);
      await widget.chat('The site forbids itself');
      await widget.harmless();
      await widget.keep('policy-header');
    });
  }
});
