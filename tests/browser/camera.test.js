// A video call in which the camera is the trouble. Losing it never costs the microphone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor whose camera is blocked before a video call', (scene) => {
  test('chooses audio only, talks, and turns the camera on once it is allowed', async () => {
    const widget = await scene.open('video', { microphone: 'granted', camera: 'denied' });
    await widget.press('orb');
    const view = await widget.orb('choosing');
    assert.equal(view.camera, 'blocked');
    assert.ok(
      view.actions.includes('audio_only') && view.actions.includes('open_chat'),
      String(view.actions),
    );
    await widget.press('audio_only');
    const talking = await widget.orb('live_audio_only');
    assert.equal(talking.microphone, 'live');
    assert.deepEqual(await widget.live(), ['audio']);
    const stream = await widget.page.evaluate(() => witness.widget().stream?.id);

    await scene.allow({ camera: 'granted' });
    await widget.until(({ camera }) => camera === 'off', 'the camera to be free');
    await widget.press('enable_camera');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio', 'video']);
    assert.equal(
      await widget.page.evaluate(() => witness.widget().stream?.id),
      stream,
      'the same stream as before',
    );
    await widget.harmless();
    await widget.keep('camera-denied-audio-only');
  });

  test('wants the camera after all, reads how to unblock it, and is seen as soon as it is allowed', async () => {
    const widget = await scene.open('video', { microphone: 'granted', camera: 'denied' });
    await widget.press('orb');
    await widget.orb('choosing');
    await widget.press('audio_only');
    await widget.orb('live_audio_only');
    await widget.press('enable_camera');
    await widget.until(({ steps }) => steps.length > 0, 'the steps');
    assert.deepEqual(await widget.live(), ['audio'], 'nobody is cut off');
    await scene.allow({ camera: 'granted' });
    if (scene.name === 'webkitgtk') {
      await widget.page.until('the permission to be noticed', () =>
        witness.widget().trace().includes('"kind":"camera","state":"granted"'),
      );
      await widget.until(
        ({ orb, camera }) => orb === 'live' || (orb === 'live_audio_only' && camera !== 'asking'),
        'a way to go on',
      );
      // WebKit answers a request after a refusal only when it comes from a press.
      if ((await widget.view()).orb !== 'live') await widget.press('enable_camera');
    }
    await widget.orb('live');
    await widget.liveTracks('audio', 'video');
    await widget.harmless();
  });

  test('may choose the chat instead', async () => {
    const widget = await scene.open('video', { microphone: 'granted', camera: 'denied' });
    await widget.press('orb');
    await widget.orb('choosing');
    await widget.chat('Neither seen nor heard');
    await widget.liveTracks();
    await widget.harmless();
  });
});

inEveryEngine('A visitor whose camera is taken away during a video call', (scene, name) => {
  test('goes on talking, and is seen again when it is allowed again', async () => {
    const widget = await scene.open('video', { microphone: 'granted', camera: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await scene.revoke('camera');
    // Firefox's panel takes both kinds at once; only a visitor who keeps the microphone allowed can go on there.
    if (name === 'firefox') await scene.allow({ microphone: 'granted' });
    await widget.orb('live_audio_only');
    await widget.liveTracks('audio');
    assert.notEqual(await widget.title(), '', 'it says so in words');

    await scene.allow({ camera: 'granted' });
    await widget.orb('live');
    await widget.liveTracks('audio', 'video');
    const replaced = (await widget.events('earshot-track-replaced')).map(
      ({ kind, track }) => `${kind} ${track?.readyState ?? 'gone'}`,
    );
    assert.ok(replaced.includes('camera gone') && replaced.includes('camera live'), replaced.join(', '));
    await widget.harmless();
    await widget.keep('camera-revoked');
  });
});
