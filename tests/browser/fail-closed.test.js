// Pages whose scripts have changed what facts are made of. Nobody is recorded but in a call that the visitor sees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor of a page', (scene) => {
  test('with Prototype.js 1.6 is not recorded under "Choose Allow": the microphone is closed, and the chat is there', async () => {
    const widget = await scene.open('prototype-js', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('blocked');
    assert.equal(await widget.requests(), 1);
    assert.equal(
      await widget.page.evaluate(() => witness.opened() - witness.live().length),
      1,
      'it came, and is closed',
    );
    await widget.page.evaluate(() => witness.widget().press('end'));
    await widget.orb('ended');
    const said = await widget.page.evaluate(
      () => witness.lines.find((line) => line.includes('"request_opened"')) ?? '',
    );
    assert.match(said, /"tracks" must be a list[^]*delete Array\.prototype\.toJSON;/);
    await widget.press('open_chat');
    await widget.orb('chatting');
    await widget.page.press('earshot-widget >>> [part~="input"]');
    await widget.page.until(
      'the field to have the keyboard',
      () => witness.widget().shadowRoot?.activeElement?.localName === 'textarea',
    );
    await widget.page.type('Without a voice');
    await widget.page.press('earshot-widget >>> [part~="send"]');
    // Not as a list: this page changes how lists travel.
    await widget.page.until('an answer', () =>
      witness
        .widget()
        .shadowRoot?.querySelector('[part~="log"]')
        ?.textContent?.includes('You wrote: Without a voice'),
    );
    assert.equal(await widget.page.evaluate(() => witness.problems.length), 0);
  });

  test('that writes facts as nothing in the middle of a call ends it: everything stops, the page hears it, and the chat is there', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.page.evaluate(() => {
      Object.defineProperty(Object.prototype, 'toJSON', {
        get() {
          return 'fact' in this ? () => undefined : undefined;
        },
      });
    });
    await widget.press('end');
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
