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

/** Every look that can end does so. */
const turns = async () => {
  for (let n = 0; n < 12; n++) await null;
};

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

test('"default" means the device behind it', async (t) => {
  const clock = fakeClock(t);
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
  clock.tick(1000);
  await turns();
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

test("another default microphone is told once, by Chromium's own entry or by the first of the list, and never by name", async (t) => {
  const clock = fakeClock(t);
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
    assert.equal(facts.length, 1, 'it may not last');
    clock.tick(1000);
    await turns();
    clock.tick(5000);
    await devices.look();
    assert.deepEqual(
      facts.map((fact) => /** @type {any} */ (fact).default_changed),
      [false, true],
    );
    assert.doesNotMatch(JSON.stringify(facts), /Desk|Ear/i);
  }
});

test('a default that moves four times a second is told when it rests, and not where it came back; what is counted is told at once', async (t) => {
  const clock = fakeClock(t);
  const desk = device('audioinput', 'desk', 'Desk', 'a');
  const ear = device('audioinput', 'ear', 'Earphones', 'b');
  const { devices, facts, media } = setUp([desk, ear]);
  await devices.look();
  const change = async (/** @type {MediaDeviceInfo[]} */ ...list) => {
    media.list = list;
    media.dispatchEvent(new Event('devicechange'));
    await turns();
    clock.tick(500);
    await turns();
  };
  const seen = (/** @type {any} */ { cameras, default_changed }) => [cameras, default_changed];
  for (let n = 0; n < 10; n++) await change(...(n % 2 ? [desk, ear] : [ear, desk]));
  clock.tick(10_000);
  await turns();
  assert.equal(facts.length, 1);
  await change(ear, desk, device('videoinput', 'lens', 'Lens', 'c'));
  assert.deepEqual(facts.slice(1).map(seen), [[1, false]]);
  clock.tick(500);
  await turns();
  assert.deepEqual(facts.slice(2).map(seen), [[1, true]]);
});

test('a default that is gone before it was told, without an event, is not told', async (t) => {
  const clock = fakeClock(t);
  const [desk, ear] = [
    device('audioinput', 'desk', 'Desk', 'a'),
    device('audioinput', 'ear', 'Earphones', 'b'),
  ];
  const { devices, facts, media, life } = setUp([desk, ear]);
  await devices.look();
  media.list = [ear, desk];
  await devices.look();
  media.list = [desk, ear];
  clock.tick(1000);
  await turns();
  assert.equal(facts.length, 1);
  media.list = [ear, desk];
  await devices.look();
  life.abort();
  assert.equal(clock.running(), 0);
});

test('a thousand changes in a second are looked at four times, and the last of them is', async (t) => {
  const clock = fakeClock(t);
  const { facts, media, life } = setUp([]);
  for (let n = 0; n < 1000; n++) {
    media.list = Array.from({ length: n }, () => device('audioinput'));
    media.dispatchEvent(new Event('devicechange'));
    await turns();
    clock.tick(1);
  }
  assert.ok(media.asked <= 4, `${media.asked}`);
  assert.equal(/** @type {any} */ (facts[0]).microphones, 0, 'the first one at once');
  clock.tick(400);
  await turns();
  assert.equal(/** @type {any} */ (facts.at(-1)).microphones, 999);
  life.abort();
  media.dispatchEvent(new Event('devicechange'));
  assert.equal(clock.running(), 0);
});

test('loudspeakers are counted where the browser says that it lists them, and none is claimed only where it can ask for one', async () => {
  const microphone = device('audioinput', 'desk', 'Desk');
  const outputs = [device('audiooutput', 'a', 'A'), device('audiooutput', 'b', 'B')];
  /** @type {[MediaDeviceInfo[], boolean, number | undefined][]} */
  const cases = [
    [[microphone, ...outputs], true, 2],
    [[microphone, ...outputs], false, 2],
    [[microphone], true, 0],
    [[microphone], false, undefined], // Safari, and Firefox before 116
    [[device('audioinput')], true, undefined], // before a grant
    [[device('audioinput'), device('videoinput', 'lens', 'Lens')], true, undefined], // of the camera only
    [[], true, undefined],
  ];
  for (const [list, canSelect, expected] of cases) {
    const { devices, facts, media } = setUp(list);
    if (canSelect) Object.assign(media, { selectAudioOutput() {} });
    await devices.look();
    assert.equal(/** @type {any} */ (facts[0]).outputs, expected);
    assert.equal('outputs' in certain(facts[0]), expected !== undefined);
  }
});

test('a device is asked for again by its own id: what "default" pointed to then, and nothing where that is not listed', async () => {
  const { devices } = setUp([
    device('audioinput', 'default', 'Default', 'ear'),
    device('audiooutput', 'speaker', 'Desk', 'desk'),
    device('audioinput', 'usb', 'Desk', 'desk'),
    device('audioinput', 'nameless', '', ''),
    device('videoinput', 'lens', 'Lens', 'desk'),
  ]);
  const idOf = (
    /** @type {object} */ settings,
    kind = /** @type {'microphone' | 'camera'} */ ('microphone'),
  ) => devices.idOf(settings, kind);
  assert.equal(idOf({ deviceId: 'default', groupId: 'desk' }), '', 'nobody has looked');
  await devices.look();
  assert.equal(idOf({ deviceId: 'default', groupId: 'desk' }), 'usb');
  assert.equal(idOf({ deviceId: 'communications', groupId: 'ear' }), '');
  assert.equal(idOf({ deviceId: 'default', groupId: '' }), '');
  assert.equal(idOf({ deviceId: 'lens', groupId: 'desk' }, 'camera'), 'lens');
  assert.equal(idOf({}), '');
});

test('a default that the browser did not name before, or names no more, is no other one', async (t) => {
  const clock = fakeClock(t);
  const { devices, facts, media } = setUp([device('audioinput', '', '', 'a')]);
  const look = async (/** @type {MediaDeviceInfo[]} */ ...list) => (
    (media.list = list), await devices.look(), clock.tick(1000), await turns()
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
