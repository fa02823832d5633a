import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { createDevices } from '../../js-glue/facts/devices.js';
import { collector, fakeClock, listenersOn, settle } from './fakes.js';

/** @param {string} kind @param {string} [deviceId] @param {string} [label] @param {string} [groupId] */
const device = (kind, deviceId = '', label = '', groupId = '') =>
  /** @type {MediaDeviceInfo} */ ({ kind, deviceId, label, groupId });

/** @param {MediaDeviceInfo[]} list */
function setUp(list) {
  const media = Object.assign(new EventTarget(), {
    list,
    asked: 0,
    enumerateDevices: async () => (media.asked++, media.list),
  });
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const inUse = { settings: { deviceId: 'usb', groupId: 'desk' }, live: true };
  const track = /** @type {MediaStreamTrack} */ (
    /** @type {unknown} */ ({ getSettings: () => inUse.settings })
  );
  const page = {
    mediaDevices: /** @type {MediaDevices} */ (/** @type {unknown} */ (media)),
    microphone: () => (inUse.live ? track : null),
  };
  return { media, facts, life, inUse, devices: createDevices(dispatch, life.signal, page) };
}

test('where permissions are asked for again and again, devices are too, and no longer than that', async (t) => {
  const clock = fakeClock(t);
  const { devices, media, life } = setUp([]);
  devices.watch('microphone', 1000);
  devices.watch('camera', 0);
  clock.tick(1000);
  for (let turn = 0; turn < 9; turn += 1) await null; // the first look has ended
  clock.tick(1000);
  assert.equal(media.asked, 2);
  devices.watch('microphone', 0);
  clock.tick(5000);
  assert.equal(media.asked, 2);
  devices.watch('microphone', 1000);
  life.abort();
  clock.tick(5000);
  assert.equal(media.asked, 2);
});

test('devices are counted, not named, and told only when something changed', async () => {
  const { devices, facts, media } = setUp([
    device('audioinput'),
    device('videoinput'),
    device('audiooutput'),
  ]);
  await devices.look();
  await devices.look();
  assert.deepEqual(facts, [
    {
      fact: 'devices_read',
      microphones: 1,
      cameras: 1,
      labelled: false,
      selected_present: true,
      default_changed: false,
    },
  ]);
  media.list = [device('audioinput', 'usb', 'Desk microphone')];
  media.dispatchEvent(new Event('devicechange'));
  await settle();
  assert.deepEqual(facts[1], {
    fact: 'devices_read',
    microphones: 1,
    cameras: 0,
    labelled: true,
    selected_present: true,
    default_changed: false,
  });
  assert.doesNotMatch(JSON.stringify(facts), /usb|Desk/);
});

test('a microphone in use that leaves the list is missed; one that never was in it is not', async () => {
  const { devices, facts, media } = setUp([device('audioinput', 'other', 'Built in')]);
  await devices.look();
  assert.equal(/** @type {any} */ (facts[0]).selected_present, true);
  media.list = [device('audioinput', 'other', 'Built in'), device('audioinput', 'usb', 'Desk microphone')];
  await devices.look();
  media.list = [device('audioinput', 'other', 'Built in')];
  await devices.look();
  assert.equal(/** @type {any} */ (facts[2]).selected_present, false);
});

test('a microphone is missed also when its track has ended before the list is read', async () => {
  const { devices, facts, media, inUse } = setUp([
    device('audioinput', 'other', 'Built in'),
    device('audioinput', 'usb', 'Desk'),
  ]);
  await devices.look();
  inUse.live = false;
  media.list = [device('audioinput', 'other', 'Built in')];
  await devices.look();
  assert.equal(/** @type {any} */ (facts[1]).selected_present, false);
  media.list = [device('audioinput', 'other', 'Built in'), device('audioinput', 'usb', 'Desk')];
  await devices.look();
  assert.equal(/** @type {any} */ (facts[2]).selected_present, true);
});

test('"default" means the device behind it', async () => {
  const { devices, facts, media, inUse } = setUp([
    device('audioinput', 'default', 'Default', 'desk'),
    device('audioinput', 'usb', 'Desk', 'desk'),
    device('audioinput', 'other', 'Built in', 'board'),
  ]);
  inUse.settings = { deviceId: 'default', groupId: 'desk' };
  await devices.look();
  media.list = [
    device('audioinput', 'default', 'Default', 'board'),
    device('audioinput', 'usb', 'Desk', 'desk'),
    device('audioinput', 'other', 'Built in', 'board'),
  ];
  await devices.look();
  assert.equal(
    /** @type {any} */ (facts[1]).selected_present,
    true,
    'the system points elsewhere, and the device is still there',
  );
  media.list = [
    device('audioinput', 'default', 'Default', 'board'),
    device('audioinput', 'other', 'Built in', 'board'),
  ];
  await devices.look();
  assert.equal(/** @type {any} */ (facts[2]).selected_present, false);
});

test('a list that the browser holds back is asked for once, and once more at the end', async () => {
  const { devices, media } = setUp([]);
  /** @type {((list: MediaDeviceInfo[]) => void)[]} */
  const waiting = [];
  media.enumerateDevices = () => (media.asked++, new Promise((resolve) => waiting.push(resolve)));
  void devices.look();
  void devices.look();
  void devices.look();
  assert.equal(media.asked, 1);
  certain(waiting[0])([]);
  await settle();
  assert.equal(media.asked, 2);
});

test('no list, no fact', async () => {
  const { facts, dispatch } = collector();
  await createDevices(dispatch, new AbortController().signal, {
    mediaDevices: undefined,
    microphone: () => null,
  }).look();
  const { devices, media, facts: none } = setUp([]);
  media.enumerateDevices = () => Promise.reject(new Error('no'));
  await devices.look();
  assert.deepEqual([...facts, ...none], []);
});

test("another default microphone is told once, by Chromium's own entry or by the first of the list, and never by name", async () => {
  const desk = device('audioinput', 'desk', 'Desk', 'a');
  const ear = device('audioinput', 'ear', 'Earphones', 'b');
  const lists = /** @type {const} */ ([
    [
      [desk, ear],
      [ear, desk],
    ],
    [
      [device('audioinput', 'default', 'Default - Desk', 'a'), desk, ear],
      [device('audioinput', 'default', 'Default - Earphones', 'b'), desk, ear],
    ],
  ]);
  for (const [before, after] of lists) {
    const { devices, facts, media } = setUp([...before]);
    await devices.look();
    media.list = [...after];
    await devices.look();
    await devices.look();
    assert.deepEqual(
      facts.map((fact) => /** @type {any} */ (fact).default_changed),
      [false, true],
    );
    assert.doesNotMatch(JSON.stringify(facts), /Desk|Ear/i);
  }
});

test('a default that the browser did not name before, or names no more, is no other one', async () => {
  const { devices, facts, media } = setUp([device('audioinput', '', '', 'a')]);
  const look = async (/** @type {MediaDeviceInfo[]} */ ...list) => (
    (media.list = list), await devices.look()
  );
  await devices.look();
  await look(device('audioinput', 'desk', 'Desk', 'a'));
  await look(device('audioinput', '', '', 'b'));
  await look();
  await look(device('audioinput', 'desk', 'Desk', 'a'));
  assert.deepEqual(
    facts.map((fact) => /** @type {any} */ (fact).default_changed),
    [false, false, false, false, false],
  );
  await look(device('audioinput', 'ear', 'Earphones', 'b'));
  assert.equal(/** @type {any} */ (facts[5]).default_changed, true);
});

test('after the element left nobody listens for devices', async () => {
  const { devices, facts, media, life } = setUp([device('audioinput')]);
  const looking = devices.look();
  life.abort();
  await looking;
  assert.equal(listenersOn(media), 0);
  assert.deepEqual(facts, []);
});
