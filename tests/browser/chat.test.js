// One conversation: the voice is lost, it goes on in writing, and back to the voice; over a real server that may be away for a while.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

const WHY = /^The microphone .*, so we go on in writing\.$/; // WebKitGTK refuses in more than one way

/** Every message of the transcript, in order. @param {Widget} widget */
const messages = (widget) => widget.page.texts('earshot-widget >>> .message');
/** @param {Widget} widget */
const statuses = (widget) => widget.page.texts('earshot-widget >>> .status');
/** @param {Widget} widget */
const about = async (widget) => (await widget.page.texts('earshot-widget >>> .about')).join('');
/** The sessions that the conversation had. @param {Widget} widget */
const sessions = async (widget) => [
  ...new Set((await widget.events('earshot-chat')).map(({ session }) => session).filter(Boolean)),
];

/** Waits for the whole transcript. @param {Widget} widget @param {string[]} wanted */
const reads = (widget, wanted) =>
  until(async () => JSON.stringify(await messages(widget)) === JSON.stringify(wanted) || null, {
    what: `the transcript to be ${wanted.join(' | ')}`,
    state: async () => ({ messages: await messages(widget), story: await widget.story() }),
  });

/** Writes and sends, whether anybody is there or not. @param {Widget} widget @param {string} text */
const write = (widget, text) => widget.submit(text);

inEveryEngine('A visitor who may not speak', (scene) => {
  test('writes, is answered, is offered the voice when it is back, talks, and finds the same conversation again', async () => {
    const widget = await scene.open('voice', { microphone: 'denied' });
    await widget.press('orb');
    const { title } = await widget.orb('blocked');
    await widget.press('open_chat');
    await widget.orb('chatting');
    assert.match(await about(widget), WHY, title);
    await reads(widget, ['Hello from the test.']);
    await write(widget, 'Can you read me?');
    const transcript = ['Hello from the test.', 'Can you read me?', 'You wrote: Can you read me?'];
    await reads(widget, transcript);
    assert.deepEqual(
      (await widget.page.texts('earshot-widget >>> .who')).filter((name) => name === 'Echo').length,
      2,
    );
    assert.deepEqual(await statuses(widget), ['Sent']);

    const asked = await widget.requests();
    await scene.allow({ microphone: 'granted' });
    await widget.until(({ title }) => title === 'chatting_voice_ready', 'the voice to be offered');
    assert.equal((await widget.view()).orb, 'chatting', 'offered, not forced');
    assert.equal(await widget.requests(), asked);
    assert.doesNotMatch(await about(widget), WHY);
    await write(widget, 'One moment.');
    transcript.push('One moment.', 'You wrote: One moment.');
    await reads(widget, transcript);

    await widget.press('back_to_voice');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.press('open_chat');
    await widget.orb('chatting');
    await reads(widget, transcript);
    assert.doesNotMatch(await about(widget), WHY);
    assert.equal((await sessions(widget)).length, 1, 'one session for all of it');
    const [session] = await sessions(widget);
    await widget.harmless();

    const again = await scene.openAgain('voice');
    await again.orb('idle');
    await again.press('open_chat');
    await reads(again, transcript);
    assert.deepEqual(await sessions(again), [session], 'and a reload goes on with it');
    await again.harmless();
  });

  test('sees how many answers came while the panel was closed', async () => {
    const widget = await scene.open('voice', { microphone: 'denied' });
    await widget.press('open_chat');
    await widget.orb('chatting');
    await reads(widget, ['Hello from the test.']);
    scene.cutChat(true);
    await write(widget, 'I am off.');
    await widget.page.key('Escape');
    await widget.orb('idle');
    scene.cutChat(false);
    await until(
      async () => (await widget.page.texts('earshot-widget >>> .orb .count')).join('') === '1' || null,
      { what: 'one unread answer', state: widget.story },
    );
    await widget.press('open_chat');
    await reads(widget, ['Hello from the test.', 'I am off.', 'You wrote: I am off.']);
    assert.deepEqual(await widget.page.texts('earshot-widget >>> .orb .count'), []);
  });

  test('writes where the page’s policy forbids WebAssembly', async () => {
    const widget = await scene.open('no-wasm-csp', { microphone: 'denied' });
    await widget.press('orb');
    await widget.orb('blocked');
    await widget.press('open_chat');
    await write(widget, 'Under a policy');
    await reads(widget, ['Hello from the test.', 'Under a policy', 'You wrote: Under a policy']);
    assert.match(await about(widget), WHY);
    await widget.harmless(/^policy: script-src.*wasm-eval/); // the attempt is reported, as it should be
  });

  test('writes where no core can be had at all, and is told why', async () => {
    const widget = await scene.open('core-missing', { microphone: 'granted' });
    await widget.orb('chatting');
    await widget.press('orb');
    await write(widget, 'Without a core');
    await reads(widget, ['Hello from the test.', 'Without a core', 'You wrote: Without a core']);
    assert.match(await about(widget), /^Talking is not possible on this page right now\./);
    assert.equal(await widget.requests(), 0);
    await widget.harmless();
  });
});

inEveryEngine('A visitor whose network comes and goes', (scene) => {
  test('writes before there is any, and it goes out in order, once', async () => {
    scene.cutChat(true);
    const widget = await scene.open('voice', { microphone: 'denied' });
    scene.cutChat(true);
    await widget.press('open_chat');
    await widget.orb('chatting');
    await write(widget, 'One');
    await write(widget, 'Two');
    assert.deepEqual(
      [await messages(widget), await statuses(widget)],
      [
        ['One', 'Two'],
        ['Sending…', 'Sending…'],
      ],
    );
    assert.match(
      (await widget.page.texts('earshot-widget >>> .state')).join(''),
      /^(No connection right now|The chat could not connect)/,
    );
    scene.cutChat(false);
    await until(
      async () => {
        const all = await messages(widget);
        return ['You wrote: One', 'You wrote: Two'].every((line) => all.includes(line)) || null;
      },
      { what: 'both to be answered', ms: 20_000, state: widget.story },
    );
    const own = (await messages(widget)).filter((line) => /^(One|Two)$/.test(line));
    assert.deepEqual(own, ['One', 'Two']);
    assert.ok((await statuses(widget)).every((word) => word === 'Sent'));
    assert.deepEqual(await widget.page.texts('earshot-widget >>> .state'), []);
  });

  test('loses it in the middle: nothing is lost, nothing comes twice, the draft stays', async () => {
    const widget = await scene.open('voice', { microphone: 'denied' });
    await widget.press('open_chat');
    await write(widget, 'Before');
    await reads(widget, ['Hello from the test.', 'Before', 'You wrote: Before']);
    scene.cutChat(true);
    await write(widget, 'Meanwhile');
    await until(async () => (await statuses(widget)).includes('Sending…') || null, {
      what: 'the message to wait',
      state: widget.story,
    });
    await widget.page.type('A draft');
    scene.cutChat(false);
    await until(async () => (await messages(widget)).includes('You wrote: Meanwhile') || null, {
      what: 'the answer',
      ms: 20_000,
      state: widget.story,
    });
    assert.deepEqual(await messages(widget), [
      'Hello from the test.',
      'Before',
      'You wrote: Before',
      'Meanwhile',
      'You wrote: Meanwhile',
    ]);
    assert.equal(
      await widget.page.evaluate(() => witness.widget().shadowRoot?.querySelector('textarea')?.value),
      'A draft',
    );
    assert.equal((await sessions(widget)).length, 1);
  });
});
