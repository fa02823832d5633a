// Guard mode: the site's call software opens the microphone. The widget clears the way, watches, and hands over a fresh
// track after a loss; it never records beside the software.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor of a site whose call software is guarded', (scene, name) => {
  const far = name !== 'webkitgtk'; // Debian builds WebKitGTK without RTCPeerConnection

  async function inCall() {
    const widget = await scene.open('guard', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    return widget;
  }

  test('is heard; is heard again through a fresh track after the microphone was taken away and given back', async () => {
    const widget = await inCall();
    assert.deepEqual(
      (await widget.events('earshot-cleared')).map(({ kinds }) => kinds),
      [['microphone']],
    );
    assert.deepEqual(await widget.page.evaluate(() => software.own()), ['live']);
    assert.deepEqual(await widget.live(), ['audio'], "the software's own, and no other");
    if (far) {
      await widget.page.until('the call', () => call.state() === 'connected');
      await widget.isHeard('at first');
    }

    await scene.revoke('microphone');
    const view = await widget.orb('interrupted');
    assert.ok(view.actions.includes('open_chat'), String(view.actions));
    await widget.liveTracks();
    if (far) await widget.isNotHeard();

    await scene.allow({ microphone: 'granted' });
    await widget.orb('live');
    const replaced = (await widget.events('earshot-track-replaced')).map(({ kind, track }) => [
      kind,
      track?.readyState ?? null,
    ]);
    assert.deepEqual(replaced, [
      ['microphone', null],
      ['microphone', 'live'],
    ]);
    if (far) {
      await widget.isHeard('through the fresh track');
      assert.equal(await widget.page.evaluate(() => call.negotiations()), 1);
    }
    assert.equal(
      await widget.page.evaluate(() => witness.mostAtOnce()),
      1,
      'never recorded from twice at once',
    );

    await widget.press('end');
    await widget.orb('ended');
    await widget.liveTracks();
    await widget.harmless();
    await widget.keep('guarded');
  });

  test("mutes: the software's own track falls silent, and nothing is opened", async () => {
    const widget = await inCall();
    await widget.press('mute');
    await widget.until(({ microphone }) => microphone === 'muted', 'the microphone to be muted');
    if (far) await widget.isNotHeard();
    await widget.press('unmute');
    if (far) await widget.isHeard('after the mute');
    assert.equal(await widget.requests(), 2, 'the look before, and the software');
    await widget.harmless();
  });

  test('stays in the call when the site takes its stream back: it is not stopped, and no longer watched', async () => {
    const widget = await inCall();
    await widget.page.evaluate(() => witness.widget().detach());
    await widget.until(({ orb }) => orb !== 'live', 'the widget to let go');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.harmless();
    await widget.keep('guarded-and-taken-back');
  });

  test('reads at once what the software says of its own failure', async () => {
    const widget = await scene.open('guard', { microphone: 'granted' });
    await widget.page.evaluate(() => software.want({ audio: { deviceId: { exact: 'not here' } } }));
    await widget.press('orb');
    const view = await widget.until(({ orb }) => orb === 'blocked', 'the words about it');
    assert.notEqual(view.title, 'connecting');
    assert.ok(view.actions.includes('open_chat'), String(view.actions));
    assert.match(await widget.title(), /\w{4}/);
    await widget.page.evaluate(() => software.want({ audio: true }));
    await widget.press('try_again');
    await widget.orb('live');
    await widget.harmless();
    await widget.keep('guarded-and-reported');
  });

  if (name !== 'chromium') {
    test('refuses, and the software is not told to open anything', async () => {
      const widget = await scene.open('guard');
      await widget.press('orb');
      await scene.prompt().deny();
      await widget.orb('blocked');
      assert.deepEqual(await widget.events('earshot-cleared'), []);
      await widget.chat('In writing, please');
      await widget.harmless();
    });
  }
});

inEveryEngine('A visitor whose call software has a camera button', (scene) => {
  const granted = /** @type {const} */ ({ microphone: 'granted', camera: 'granted' });

  /** Long enough for the widget to look at its list of tracks and at the devices, twice.
   * @param {Awaited<ReturnType<typeof scene.open>>} widget */
  const looksTwice = (widget) =>
    widget.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2500)));

  test('turns the camera off there: it stays off', async () => {
    const widget = await scene.open('guard-video', granted);
    await widget.page.evaluate(() => software.open({ audio: true, video: true }));
    await widget.orb('live');
    assert.equal(await widget.requests(), 1);
    await widget.page.evaluate(() => software.stopCamera());
    const view = await widget.until(({ camera }) => camera === 'off', 'the camera to be off');
    assert.ok(!view.actions.includes('enable_camera'), String(view.actions));
    await looksTwice(widget);
    assert.equal(await widget.requests(), 1, 'nothing was opened in its place');
    assert.deepEqual(await widget.live(), ['audio']);
    assert.deepEqual(await widget.page.evaluate(() => software.tracks()), ['audio live', 'video ended']);
    await widget.harmless();
    await widget.keep('guarded-camera-off');
  });

  test('joins with the voice alone: no camera is opened', async () => {
    const widget = await scene.open('guard-video', granted);
    await widget.page.evaluate(() => software.open({ audio: true }));
    await widget.until(({ microphone }) => microphone === 'live', 'the voice');
    await looksTwice(widget);
    assert.equal(await widget.requests(), 1);
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.harmless();
    await widget.keep('guarded-voice-alone');
  });
});
