import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { present } from '../../widget/present.js';
import { VIEWS, viewOf } from './views.js';

/** @type {import('../../widget/texts.js').Texts} */
const texts = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../widget/texts/en.json', import.meta.url)), 'utf8'),
);
/** @param {string} name @param {boolean} [chatOpen] */
const show = (name, chatOpen = false) => present(viewOf(name), texts, { chatOpen });
/** @param {ReturnType<typeof show>} shown */
const buttonsOf = ({ card, bar, chat }) => [
  ...(card?.buttons ?? []),
  ...(bar?.buttons ?? []),
  ...(card || bar ? [] : chat.buttons),
];

test('every orb state is in the gallery', () => {
  const orbs = new Set(Object.values(VIEWS).map(({ orb }) => orb));
  assert.equal(orbs.size, 11);
});

test('every action a view offers can be pressed once, and nothing else can', () => {
  for (const [name, { actions, orb }] of Object.entries(VIEWS)) {
    const shown = show(name, orb === 'chatting');
    const offered = buttonsOf(shown).map(({ action }) => /** @type {string} */ (action));
    if (shown.card?.drawn.showsWhere) offered.push('show_where');
    if (shown.card?.dismiss) offered.push('dismiss');
    if (orb === 'chatting') offered.push('dismiss'); // the panel's own close button
    assert.deepEqual(offered.sort(), actions.filter((action) => action !== 'orb').sort(), name);
  }
});

test('the first action is the primary button, the orb itself never is a button', () => {
  const { card } = show('blocked');
  assert.deepEqual(
    card?.buttons.map(({ action, look }) => [action, look]),
    [
      ['try_again', 'primary'],
      ['open_chat', null],
    ],
  );
  assert.ok(buttonsOf(show('idle')).every(({ action, look }) => action !== 'orb' && look !== 'primary'));
});

test('while the browser asks, no button of ours competes with its Allow', () => {
  for (const name of ['asking', 'asking-video', 'live-asking-camera']) {
    assert.ok(
      show(name).card?.buttons.every(({ look }) => look !== 'primary'),
      name,
    );
  }
});

test('in a call where nothing is wrong the name of the orb is short: it is read out into the open microphone', () => {
  assert.equal(show('live').face.name, 'Voice: You’re on.');
  assert.equal(show('live').bar?.title, 'Your microphone is on. Go ahead and talk.');
  assert.equal(show('live-muted').face.name, 'Voice: You are muted.');
});

test('muting is one toggle with one name that says whether it is pressed', () => {
  const toggle = (/** @type {string} */ name) =>
    show(name).bar?.buttons.find(({ action }) => action.endsWith('mute'));
  assert.deepEqual([toggle('live')?.text, toggle('live')?.pressed], [texts.mute, 'false']);
  assert.deepEqual([toggle('live-muted')?.text, toggle('live-muted')?.pressed], [texts.mute, 'true']);
});

test('a problem in a call opens a card and leaves the call’s own buttons where they were', () => {
  const { card, bar } = show('live_audio_only-blocked');
  assert.deepEqual(
    card?.buttons.map(({ action }) => action),
    ['enable_camera', 'audio_only'],
  );
  assert.deepEqual(
    bar?.buttons.map(({ action }) => action),
    ['mute', 'open_chat', 'end'],
  );
});

test('a picture shows the kind of media that is explained, and is described by its steps', () => {
  assert.equal(show('choosing').card?.drawn.kind, 'camera');
  assert.equal(show('blocked').card?.drawn.kind, 'microphone');
  const {
    chromium_open_site_controls: first,
    chromium_turn_on_microphone: second,
    press_try_again: third,
  } = texts;
  assert.equal(show('blocked').card?.drawn.label, `${texts.label_picture}. ${first} ${second} ${third}`);
});

test('where the browser has an element of its own, it is the one primary thing, and no button of ours says the same', () => {
  for (const name of Object.keys(VIEWS).filter((each) => viewOf(each).recovery !== '')) {
    const { card } = present(viewOf(name), texts, { recoveryPlaced: true });
    assert.deepEqual(card?.recovery, { fallback: texts.try_again }, name);
    assert.ok(
      card?.buttons.every(({ action, look }) => action !== 'recover' && look !== 'primary'),
      name,
    );
  }
});

test('without the element a button of ours takes its place', () => {
  const { card } = present(VIEWS['blocked-recovery'], texts);
  assert.equal(card?.recovery, null);
  assert.deepEqual([card?.buttons[0]?.action, card?.buttons[0]?.look], ['recover', 'primary']);
});

test('an element that the site’s configuration hides is not shown', () => {
  const view = {
    ...VIEWS['blocked-recovery'],
    actions: VIEWS['blocked-recovery'].actions.filter((action) => action !== 'recover'),
  };
  const { card } = present(view, texts, { recoveryPlaced: true });
  assert.equal(card?.recovery, null);
  assert.equal(card?.buttons[0]?.look, 'primary');
});

test('turning the camera back on, or going on with the voice, is a choice: a card opens in the middle of a call', () => {
  const { card, bar } = present(VIEWS['live_audio_only-recovery'], texts, { recoveryPlaced: true });
  assert.deepEqual(
    card?.buttons.map(({ action }) => action),
    ['audio_only'],
  );
  assert.deepEqual(
    bar?.buttons.map(({ action }) => action),
    ['mute', 'open_chat', 'end'],
  );
});

test('showing where is the picture’s own button, and a quiet line where there is no picture', () => {
  const drawn = show('blocked-recovery').card;
  assert.equal(drawn?.drawn.showsWhere, true);
  assert.ok(drawn?.buttons.every(({ action }) => action !== 'show_where'));
  const plain = show('blocked-vivaldi').card;
  assert.equal(plain?.drawn.showsWhere, false);
  assert.equal(plain?.buttons.find(({ action }) => action === 'show_where')?.look, 'quiet');
});

test('the site’s own help is a link in the card', () => {
  assert.deepEqual(show('blocked-every-site').card?.support, {
    url: 'https://example.com/help',
    text: texts.label_support,
  });
  assert.equal(show('blocked').card?.support, null);
});

test('a microphone that is back, muted, needs no steps', () => {
  const { card, bar } = show('interrupted-ready-muted');
  assert.deepEqual(
    [card?.steps, card?.buttons.map(({ action, look }) => [action, look])],
    [
      [],
      [
        ['unmute', 'primary'],
        ['open_chat', null],
      ],
    ],
  );
  assert.deepEqual(
    bar?.buttons.map(({ action }) => action),
    ['end'],
  );
});

test('every sentence is filled: title, steps, buttons and the name of the orb', () => {
  const own = {
    ...texts,
    microphone_blocked: '{company} asks you: allow {device} for {host}',
    press_try_again: 'In {browser}',
    try_again: 'Call {company}',
  };
  const { card, face } = present(VIEWS.blocked, own, { host: 'shop.example', company: 'Fern & Co' });
  assert.deepEqual(
    card?.title.map((piece) => (typeof piece === 'string' ? piece : piece.value)).join(''),
    'Fern & Co asks you: allow microphone for shop.example',
  );
  assert.deepEqual(card?.steps[2], ['In ', { name: 'browser', value: 'Chrome' }]);
  assert.equal(card?.buttons[0]?.text, 'Call Fern & Co');
  assert.equal(face.name, `${texts.label_orb}: Fern & Co asks you: allow microphone for shop.example`);
});

test('a button says for a moment what came of copying', () => {
  const { card } = present(VIEWS['blocked-every-site'], texts, {
    answered: { action: 'copy_address', text: 'label_copied' },
  });
  assert.equal(card?.buttons.find(({ action }) => action === 'copy_address')?.tip, texts.label_copied);
});

test('a chat that was folded away is one press away', () => {
  const { bar, card } = show('chatting');
  assert.equal(card, null);
  assert.equal(bar?.pressesOrb, true);
  assert.equal(bar?.buttons[0]?.action, 'open_chat');
});

test('the name of the orb says what is going on', () => {
  assert.equal(show('interrupted').face.name, `${texts.label_orb}: ${texts.microphone_revoked}`);
});

test('states differ in icon, badge or ring, so never in colour alone', () => {
  const face = (/** @type {string} */ name) => [show(name).face.icon, show(name).face.badge].join(' ');
  const told = [
    'live',
    'live_audio_only',
    'asking',
    'interrupted',
    'blocked',
    'choosing',
    'chatting',
    'ended',
  ].map(face);
  assert.equal(new Set(told).size, told.length);
});

test('the other side is heard by the first and obvious button, in a card of its own', () => {
  const { card, bar } = show('live-sound-blocked');
  assert.deepEqual(
    card?.buttons.map(({ action, look }) => [action, look]),
    [['hear', 'primary']],
  );
  assert.deepEqual(
    bar?.buttons.map(({ action }) => action),
    ['mute', 'open_chat', 'end'],
  );
});

test('help with finding the question is there quietly, below what else can be pressed', () => {
  assert.deepEqual(
    show('asking-help').card?.buttons.map(({ action, look }) => [action, look]),
    [
      ['open_chat', null],
      ['cannot_see_prompt', 'quiet'],
    ],
  );
});

test('notifications are a small button beside the orb, and no card opens for them', () => {
  const { card, bar } = show('idle-notifications');
  assert.equal(card, null);
  assert.deepEqual(
    bar?.buttons.map(({ action, icon }) => [action, icon]),
    [
      ['open_chat', 'chat'],
      ['allow_notifications', 'bell'],
    ],
  );
  assert.equal(bar?.title, texts.press_to_talk);
});

test('talking while muted says what to press, right beside it', () => {
  const { card, bar } = show('live-speaking-muted');
  assert.equal(card, null);
  assert.deepEqual([bar?.title, bar?.buttons[0]?.action], [texts.speaking_while_muted, 'unmute']);
});
