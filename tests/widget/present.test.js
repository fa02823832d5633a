import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { present } from '../../widget/present.js';
import { VIEWS } from './views.js';

/** @type {import('../../widget/texts.js').Texts} */
const texts = JSON.parse(readFileSync(fileURLToPath(new URL('../../widget/texts/en.json', import.meta.url)), 'utf8'));
/** @param {string} name @param {boolean} [chatOpen] */
const show = (name, chatOpen = false) => present(VIEWS[name], texts, { chatOpen });
/** @param {ReturnType<typeof show>} shown */
const buttonsOf = ({ card, bar, chat }) => [...(card?.buttons ?? []), ...(bar?.buttons ?? []), ...(card || bar ? [] : chat.buttons)];

test('every orb state is in the gallery', () => {
  const orbs = new Set(Object.values(VIEWS).map(({ orb }) => orb));
  assert.equal(orbs.size, 11);
});

test('every action a view offers can be pressed once, and nothing else can', () => {
  for (const [name, { actions, orb }] of Object.entries(VIEWS)) {
    const shown = show(name, orb === 'chatting');
    const offered = buttonsOf(shown).map(({ action }) => /** @type {string} */ (action));
    if (shown.card?.dismiss) offered.push('dismiss');
    if (orb === 'chatting') offered.push('dismiss'); // the panel's own close button
    assert.deepEqual(offered.sort(), actions.filter((action) => action !== 'orb').sort(), name);
  }
});

test('the first action is the primary button, the orb itself never is a button', () => {
  const { card } = show('blocked');
  assert.deepEqual(card?.buttons.map(({ action, look }) => [action, look]), [['try_again', 'primary'], ['open_chat', null]]);
  assert.ok(buttonsOf(show('idle')).every(({ action, look }) => action !== 'orb' && look !== 'primary'));
});

test('while the browser asks, no button of ours competes with its Allow', () => {
  for (const name of ['asking', 'asking-video', 'live-asking-camera']) {
    assert.ok(show(name).card?.buttons.every(({ look }) => look !== 'primary'), name);
  }
});

test('muting is one toggle with one name that says whether it is pressed', () => {
  const toggle = (/** @type {string} */ name) => show(name).bar?.buttons.find(({ action }) => action.endsWith('mute'));
  assert.deepEqual([toggle('live')?.text, toggle('live')?.pressed], [texts.mute, 'false']);
  assert.deepEqual([toggle('live-muted')?.text, toggle('live-muted')?.pressed], [texts.mute, 'true']);
});

test('a problem in a call opens a card and leaves the call’s own buttons where they were', () => {
  const { card, bar } = show('live_audio_only-blocked');
  assert.deepEqual(card?.buttons.map(({ action }) => action), ['enable_camera', 'audio_only']);
  assert.deepEqual(bar?.buttons.map(({ action }) => action), ['mute', 'open_chat', 'end']);
});

test('a picture shows the kind of media that its steps are about', () => {
  assert.equal(show('choosing').card?.pictureOf, 'camera');
  assert.equal(show('blocked').card?.pictureOf, 'microphone');
});

test('a chat that was folded away is one press away', () => {
  const { bar, card } = show('chatting');
  assert.equal(card, null);
  assert.equal(bar?.pressesOrb, true);
  assert.equal(bar?.buttons[0].action, 'open_chat');
});

test('the name of the orb says what is going on', () => {
  assert.equal(show('interrupted').face.name, `${texts.label_orb}: ${texts.microphone_revoked}`);
});

test('states differ in icon, badge or ring, so never in colour alone', () => {
  const face = (/** @type {string} */ name) => [show(name).face.icon, show(name).face.badge].join(' ');
  const told = ['live', 'live_audio_only', 'asking', 'interrupted', 'blocked', 'choosing', 'chatting', 'ended'].map(face);
  assert.equal(new Set(told).size, told.length);
});

test('the other side is heard by the first and obvious button, in a card of its own', () => {
  const { card, bar } = show('live-sound-blocked');
  assert.deepEqual(card?.buttons.map(({ action, look }) => [action, look]), [['hear', 'primary']]);
  assert.deepEqual(bar?.buttons.map(({ action }) => action), ['mute', 'open_chat', 'end']);
});

test('help with finding the question is there quietly, below what else can be pressed', () => {
  assert.deepEqual(show('asking-help').card?.buttons.map(({ action, look }) => [action, look]), [['open_chat', null], ['cannot_see_prompt', 'quiet']]);
});

test('notifications are a small button beside the orb, and no card opens for them', () => {
  const { card, bar } = show('idle-notifications');
  assert.equal(card, null);
  assert.deepEqual(bar?.buttons.map(({ action, icon }) => [action, icon]), [['open_chat', 'chat'], ['allow_notifications', 'bell']]);
  assert.equal(bar?.title, texts.press_to_talk);
});

test('talking while muted says what to press, right beside it', () => {
  const { card, bar } = show('live-speaking-muted');
  assert.equal(card, null);
  assert.deepEqual([bar?.title, bar?.buttons[0].action], [texts.speaking_while_muted, 'unmute']);
});
