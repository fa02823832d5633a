// The way it should go: press the orb, be heard, end the call.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor who has allowed the microphone', (scene, name) => {
  test('presses the orb and is heard; "end" stops every track', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.orb('idle');
    assert.equal(await widget.requests(), 0, 'nothing is asked before the press');
    await widget.press('orb');
    const view = await widget.orb('live');
    assert.equal(view.microphone, 'live');
    assert.deepEqual(await widget.live(), ['audio']);
    const [{ stream, kinds }] = await widget.events('earshot-stream');
    assert.deepEqual(kinds, ['microphone']);
    const held = await widget.page.evaluate(() => ({
      id: witness.widget().stream?.id,
      states: witness
        .widget()
        .stream?.getTracks()
        .map((track) => track.readyState),
    }));
    assert.deepEqual(held, { id: stream, states: ['live'] }, 'the host has the same live stream');

    await widget.press('end');
    await widget.orb('ended');
    await widget.liveTracks();
    await widget.harmless();
    await widget.keep('granted');
  });

  test('calls again after the call', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.press('end');
    await widget.orb('ended');
    await widget.press('orb');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.harmless();
  });

  test('mutes and unmutes without a new request', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    const enabled = () => widget.page.evaluate(() => witness.widget().stream?.getAudioTracks()[0]?.enabled);
    await widget.press('mute');
    await widget.until((view) => view.microphone === 'muted', 'the microphone to be muted');
    assert.equal(await enabled(), false);
    await widget.press('unmute');
    await widget.until((view) => view.microphone === 'live', 'the microphone to be heard again');
    assert.equal(await enabled(), true);
    assert.equal(await widget.requests(), 1);
    await widget.harmless();
  });

  if (name === 'chromium') {
    // Firefox and WebKitGTK have no such buttons.
    test('mutes and hangs up with the buttons of a headset, which show what the widget shows', async () => {
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      /** @param {string} action */
      const button = (action) => widget.page.evaluate((which) => witness.buttons.handlers[which]?.(), action);
      const shows = () => widget.page.evaluate(() => witness.buttons.microphone);
      assert.equal(await shows(), true);
      await button('togglemicrophone');
      await widget.until((view) => view.microphone === 'muted', 'the microphone to be muted');
      assert.equal(await shows(), false);
      assert.equal(
        await widget.page.evaluate(() => witness.widget().stream?.getAudioTracks()[0]?.enabled),
        false,
      );
      await widget.press('unmute');
      await widget.until((view) => view.microphone === 'live', 'the microphone to be heard again');
      assert.equal(await shows(), true);
      await button('hangup');
      await widget.orb('ended');
      await widget.liveTracks();
      assert.deepEqual(
        await widget.page.evaluate(() => Object.values(witness.buttons.handlers).filter(Boolean).length),
        0,
      );
      await widget.harmless();
      await widget.keep('headset-buttons');
    });
  }

  test('is heard and seen in a video call', async () => {
    const widget = await scene.open('video', { microphone: 'granted', camera: 'granted' });
    await widget.press('orb');
    const view = await widget.orb('live');
    assert.deepEqual([view.microphone, view.camera], ['live', 'live']);
    assert.deepEqual(await widget.live(), ['audio', 'video']);
    await widget.press('end');
    await widget.liveTracks();
    await widget.harmless();
    await widget.keep('video-granted');
  });

  test('may press before the core is there', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    // A fresh element starts anew, and is pressed in the same task.
    await widget.page.evaluate(() => {
      const element = witness.widget();
      const parent = /** @type {Element} */ (element.parentElement);
      element.remove();
      parent.append(element);
      element.press('orb');
    });
    await widget.orb('live');
    await widget.harmless();
  });
});
