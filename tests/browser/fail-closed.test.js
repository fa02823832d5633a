// Pages whose scripts have changed what facts are made of. Nobody is recorded but in a call that the visitor sees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor of a page', (scene) => {
  test('with Prototype.js 1.6 has a call and the chat, and its owner reads nothing', async () => {
    const widget = await scene.open('prototype-js', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.liveTracks('audio');
    await widget.page.evaluate(() => witness.widget().press('end'));
    await widget.orb('ended');
    await widget.liveTracks();
    await widget.chat('With a voice, too');
    assert.deepEqual(await widget.page.evaluate(() => witness.lines), []);
    await widget.harmless();
  });

  test('whose core cannot be understood any more in the middle of a call: everything stops, the page hears it, and the chat is there', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.page.evaluate(() => {
      const { parse } = JSON;
      JSON.parse = (text, ...how) => (text.includes('"effects"') ? undefined : parse(text, ...how));
      witness.widget().press('end');
    });
    await widget.orb('chatting');
    await widget.liveTracks();
    const told = await widget.events('earshot-state');
    assert.deepEqual(
      [told.at(-1).orb, told.at(-1).microphone, (await widget.events('earshot-message')).at(-1).heard],
      ['chatting', 'off', false],
    );
    await widget.press('orb');
    await widget.write('After the call');
    await widget.harmless();
  });

  test('with a clock that goes back is in the call that it sees, and ends it', async () => {
    const widget = await scene.open('clock-goes-back', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.press('end');
    await widget.orb('ended');
    await widget.liveTracks();
    await widget.harmless();
  });

  test('with a clock that goes back and a microphone that cannot be had is told so', async () => {
    const widget = await scene.open('clock-goes-back', { microphone: 'denied' });
    await widget.press('orb');
    await widget.orb('blocked');
    await widget.chat('Without a clock');
    await widget.harmless();
  });
});
