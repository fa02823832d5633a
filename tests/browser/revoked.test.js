// The microphone is taken away in the middle of a call, and given back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor whose microphone is taken away during a call', (scene) => {
  test('is told so, and is heard again by itself when it is allowed again', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    const before = await widget.page.evaluate(() => ({
      stream: witness.widget().stream?.id,
      track: witness.widget().stream?.getTracks()[0]?.id,
    }));

    await scene.revoke('microphone');
    const view = await widget.orb('interrupted');
    assert.ok(view.actions.includes('open_chat'), 'the chat is offered');
    assert.notEqual(await widget.title(), '', 'it says so in words');
    await widget.liveTracks();

    await scene.allow({ microphone: 'granted' });
    await widget.orb('live');
    await widget.liveTracks('audio');
    const after = await widget.page.evaluate(() => ({
      stream: witness.widget().stream?.id,
      track: witness.widget().stream?.getTracks()[0]?.id,
    }));
    assert.equal(after.stream, before.stream, 'the stream of the call is still the same object');
    assert.notEqual(after.track, before.track, 'with a new track in it');
    const replaced = await widget.events('earshot-track-replaced');
    assert.deepEqual(
      replaced.map(({ kind, track }) => [kind, track?.readyState ?? null]),
      [
        ['microphone', null],
        ['microphone', 'live'],
      ],
    );
    assert.equal(replaced[1].track.id, after.track);
    await widget.harmless();
    await widget.keep('microphone-revoked');
  });

  test('who had muted is not heard by surprise when it is allowed again', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.press('mute');
    await widget.until((view) => view.microphone === 'muted', 'the microphone to be muted');
    await scene.revoke('microphone');
    await widget.until(
      ({ orb, title }) => orb === 'interrupted' && title !== 'microphone_stopped',
      'the reason to be known',
    );
    await scene.allow({ microphone: 'granted' });
    await widget.page.until('the permission to be noticed', () =>
      witness.widget().trace().includes('"state":"granted","live":true'),
    );
    assert.deepEqual(await widget.live(), []);
    await widget.press('unmute');
    await widget.orb('live');
    await widget.harmless();
    await widget.keep('revoked-while-muted');
  });

  test('may go to the chat instead, and is not heard there', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await scene.revoke('microphone');
    await widget.orb('interrupted');
    await widget.chat('I lost my microphone');
    await scene.allow({ microphone: 'granted' });
    await widget.until(
      ({ orb, actions }) => orb === 'chatting' && actions.includes('back_to_voice'),
      'the way back to be offered',
    );
    assert.deepEqual(await widget.live(), [], 'no track opens by itself in the chat');
    await widget.press('back_to_voice');
    await widget.orb('live');
    await widget.harmless();
    await widget.keep('microphone-revoked-to-chat');
  });
});
