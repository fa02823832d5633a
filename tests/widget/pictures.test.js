// The drawings of where to press, in a real browser, under the strictest policy.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { certain } from '../certain.js';
import { gallery, STRICT } from './harness.js';
/** @import { Shown } from '../../widget/pictures/picture.js' */

const PICTURES = /** @type {const} */ ([
  'chromium-left-chip',
  'chromium-prompt',
  'firefox-left-icons',
  'firefox-prompt',
  'safari-menu-bar',
  'ios-page-menu',
  'ios-settings',
  'android-address-bar',
  'android-settings',
  'macos-privacy',
  'windows-privacy',
]);
const LONG = 'login.portal.a-very-long-name-of-one-part.north-west.practice-group.wonderful.example:8443';
const HOSTILE = [
  '<img src=x onerror=alert(1)>.example',
  '\u202egnp.evil\u202c.example\u0000',
  'W'.repeat(400),
  'm'.repeat(63),
  'الموقع.example',
  '名'.repeat(60),
  '{host}',
  '.',
  '',
];

const lab = gallery();
/** @type {import('puppeteer-core').CDPSession} */
let devtools;

/** @param {Record<string, string>} [media] */
const see = async (media = {}) => {
  devtools ??= await lab.page.createCDPSession();
  await devtools.send('Emulation.setEmulatedMedia', {
    features: Object.entries({
      'prefers-reduced-motion': 'no-preference',
      'prefers-color-scheme': 'light',
      'forced-colors': 'none',
      ...media,
    }).map(([name, value]) => ({ name, value })),
  });
};

beforeEach(async () => {
  await see();
  await lab.open(`csp=${encodeURIComponent(STRICT)}`);
  lab.errors.length = 0; // the gallery's own sheet and icon are refused
  await lab.page.evaluate(async () => {
    const { createPicture } = await import(String('/widget/pictures/picture.js'));
    const { PICTURE } = await import(String('/widget/styles/picture.js'));
    const { createFrame } = await import(String('/widget/frame.js'));
    const { STYLES } = await import(String('/widget/styles.js'));
    const host = document.createElement('div');
    document.body.replaceChildren(host);
    const root = host.attachShadow({ mode: 'open' });
    createFrame(root).addSheet(STYLES + PICTURE);
    const widget = Object.assign(document.createElement('div'), { className: 'widget' });
    widget.dataset.position = 'inline';
    root.append(widget);
    /** @type {string[]} */
    const pressed = [];
    const drawing = createPicture((/** @type {string} */ action) => pressed.push(action));
    widget.append(drawing.node);
    const settings = {
      picture: 'chromium-left-chip',
      kind: 'microphone',
      host: 'practice.example',
      mirrored: false,
      description: 'Click the icon.',
      showWhere: true,
      texts: { label_play: 'Show me', label_stop: 'Stop' },
    };
    Object.assign(globalThis, {
      stage: {
        pressed,
        drawing,
        root,
        widget,
        node: drawing.node,
        button: drawing.node.querySelector('button'),
        /** @param {Partial<Shown>} change */
        show: (change) => drawing.render(Object.assign(settings, change)),
        /** The frame that is seen now: the one to which all layers belong that are seen. */
        seen: () =>
          ['1', '2', '3']
            .filter((frame) =>
              [...drawing.node.querySelectorAll('g g[class]')]
                .filter((layer) => getComputedStyle(layer).display !== 'none')
                .every(
                  (layer) =>
                    (getComputedStyle(layer).visibility === 'visible') ===
                    layer.getAttribute('class').split(' ')[0].includes(frame),
                ),
            )
            .join(''),
        /** What is drawn in its colours. @param {string} look */
        look: (look) =>
          [...drawing.node.querySelectorAll(`.${look}`)].filter(
            (shape) => getComputedStyle(shape).visibility === 'visible' && shape.getClientRects().length > 0,
          ),
      },
    });
  });
});

/** @typedef {{ pressed: string[], drawing: any, root: ShadowRoot, widget: HTMLElement, node: HTMLElement, button: HTMLButtonElement, show: (change: Partial<Shown>) => void, seen: () => string,
 *   look: (look: string) => SVGGraphicsElement[] }} Stage */
/** Runs `act` on the page's stage. @template A, R @param {(stage: Stage, given: A) => R} act @param {A} [given] @returns {Promise<Awaited<R>>} */
const on = (act, given) =>
  lab.page
    .evaluate(`(${act})(stage, ${JSON.stringify(given)})`)
    .then((result) => /** @type {any} */ (result));
const harmless = () => assert.deepEqual(lab.errors, []);

for (const picture of PICTURES) {
  for (const kind of /** @type {const} */ (['microphone', 'camera'])) {
    test(`${picture} of the ${kind}: each of its three frames shows something of its own, with one place to press`, async () => {
      const frames = await on(
        (stage, given) => {
          stage.show(given);
          return ['1', '2', '3'].map((frame) => {
            stage.node.dataset.frame = frame;
            const seen = [...stage.node.querySelectorAll('g g > *')].filter(
              (shape) =>
                getComputedStyle(shape).visibility === 'visible' && shape.getClientRects().length > 0,
            );
            const { left, right, top, bottom } = stage.node.getBoundingClientRect();
            const inside = stage.look('here').every((ring) => {
              const box = ring.getBoundingClientRect();
              return box.left >= left && box.right <= right && box.top >= top - 1 && box.bottom <= bottom;
            });
            return {
              shapes: seen.length,
              drawn: seen.map((shape) => shape.outerHTML).join(''),
              rings: stage.look('here').length,
              inside,
            };
          });
        },
        { picture, kind },
      );
      for (const { shapes, rings, inside } of frames) {
        assert.ok(shapes > 5);
        assert.ok(rings >= 1 && inside, 'the place to press is marked, within the drawing');
      }
      assert.equal(new Set(frames.map(({ drawn }) => drawn)).size, 3);
      harmless();
    });
  }

  test(`${picture} names microphone or camera by a sign of its own, and is told to nobody but by its description`, async () => {
    const told = await on((stage, picture) => {
      const drawn = ['microphone', 'camera'].map((kind) => {
        stage.show({
          picture,
          kind: /** @type {'camera'} */ (kind),
          description: `Where to press for the ${kind}.`,
        });
        return stage.node.querySelector('.scene')?.innerHTML;
      });
      const scene = /** @type {Element} */ (stage.node.querySelector('.scene'));
      return {
        differ: drawn[0] !== drawn[1],
        role: scene.getAttribute('role'),
        label: scene.getAttribute('aria-label'),
        svg: [...stage.node.querySelectorAll('svg')].every(
          (svg) => svg.getAttribute('aria-hidden') === 'true',
        ),
      };
    }, picture);
    assert.deepEqual(told, { differ: true, role: 'img', label: 'Where to press for the camera.', svg: true });
  });

  test(`${picture}: names that are long, wide or hostile are shortened, stay words, and fit, mirrored too`, async () => {
    const names = await on(
      (stage, { picture, hosts }) =>
        hosts.flatMap((host) =>
          [false, true].flatMap((mirrored) => {
            stage.show({ picture, host, mirrored });
            return ['1', '2', '3', '1 chip'].flatMap((frame) => {
              stage.node.dataset.frame = frame[0];
              stage.node.toggleAttribute('data-shown', frame.endsWith('chip'));
              const whole = stage.node.getBoundingClientRect();
              return [...stage.look('name'), ...stage.look('strong')].map((text) => {
                const box = text.getBoundingClientRect();
                // The smallest field or panel that it begins in.
                const begin = { x: mirrored ? box.right - 1 : box.left + 1, y: (box.top + box.bottom) / 2 };
                const around =
                  [...stage.look('well'), ...stage.look('panel'), ...stage.look('strip')]
                    .map((shape) => shape.getBoundingClientRect())
                    .filter(
                      ({ left, right, top, bottom }) =>
                        begin.x >= left && begin.x <= right && begin.y >= top && begin.y <= bottom,
                    )
                    .sort((a, b) => a.width - b.width)[0] ?? whole;
                const left = Math.max(whole.left, around.left);
                const right = Math.min(whole.right, around.right);
                return {
                  host,
                  said: text.textContent ?? '',
                  fits: box.width === 0 || (box.left >= left - 1 && box.right <= right + 1),
                  elements: text.childElementCount,
                  direction: getComputedStyle(text).direction,
                };
              });
            });
          }),
        ),
      { picture, hosts: [LONG, 'practice.example', ...HOSTILE] },
    );
    for (const { host, said, fits, elements, direction } of names) {
      assert.ok(fits, `“${said}” for ${host.slice(0, 60)}`);
      assert.equal(elements, 0);
      assert.equal(direction, 'ltr');
      assert.doesNotMatch(said, /\p{C}/u, 'nothing that turns text around');
      if (said !== 'Safari' && host === LONG)
        assert.match(said, /^log.*….*example:8443$|^l.*….*:8443$/, 'the end says whose site it is');
      if (said !== 'Safari' && host === 'practice.example') assert.ok(said === host || said.includes('…'));
    }
    harmless();
  });

  test(`${picture} mirrors with the browser's window, its words excepted`, async () => {
    const places = await on(
      (stage, picture) =>
        [false, true].map((mirrored) => {
          stage.show({ picture, mirrored, host: 'practice.example' });
          const whole = stage.node.getBoundingClientRect();
          return {
            rings: stage.look('here').map((ring) => {
              const { left, right } = ring.getBoundingClientRect();
              return Math.round(mirrored ? whole.right - right : left - whole.left);
            }),
            upright: [...stage.node.querySelectorAll('text')].every(
              (text) =>
                /** @type {DOMMatrix} */ (/** @type {SVGGraphicsElement} */ (text).getScreenCTM()).a > 0,
            ),
          };
        }),
      picture,
    );
    assert.deepEqual(places[0], places[1]);
    assert.ok(places[1]?.upright);
  });

  test(`${picture}: in forced colours the place to press has the colour of highlights, and lines have that of words`, async () => {
    await see({ 'forced-colors': 'active' });
    const colours = await on((stage, picture) => {
      stage.show({ picture });
      const probe = document.createElement('i');
      stage.widget.append(probe);
      const system = (/** @type {string} */ name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      return {
        rings: stage
          .look('here')
          .every(
            (ring) =>
              getComputedStyle(ring).stroke === system('Highlight') &&
              Number.parseFloat(getComputedStyle(ring).strokeWidth) > 3,
          ),
        lines: stage.look('firm').every((line) => getComputedStyle(line).stroke === system('CanvasText')),
      };
    }, picture);
    assert.deepEqual(colours, { rings: true, lines: true });
  });
}

test('it stands still on its first frame until it is asked, then goes through the three twice at most, and stands still again', async () => {
  const told = await on(async (stage) => {
    const at = (/** @type {number} */ ms) => {
      for (const animation of stage.node.getAnimations({ subtree: true })) animation.currentTime = ms;
      return stage.seen();
    };
    stage.show({});
    const before = {
      seen: stage.seen(),
      running: stage.node.getAnimations({ subtree: true }).length,
      says: stage.button.textContent,
    };
    stage.button.click();
    for (const animation of stage.node.getAnimations({ subtree: true })) animation.pause();
    const running = {
      says: stage.button.textContent,
      frames: [0, 1500, 1700, 3300, 4700, 4900, 6500, 8100, 9500].map(at).join(' '),
      longest: Math.max(
        ...stage.node
          .getAnimations({ subtree: true })
          .map((a) => Number(a.effect?.getComputedTiming().endTime)),
      ),
    };
    for (const animation of stage.node.getAnimations({ subtree: true })) animation.finish();
    await new Promise((done) => setTimeout(done, 100));
    return {
      before,
      running,
      after: {
        seen: stage.seen(),
        running: stage.node.getAnimations({ subtree: true }).length,
        says: stage.button.textContent,
      },
    };
  });
  const still = { seen: '1', running: 0, says: 'Show me' };
  assert.deepEqual(told, {
    before: still,
    running: { says: 'Stop', frames: '1 1 2 3 3 1 2 3 3', longest: 9600 },
    after: still,
  });
});

test('pressed once it shows the way, and asks the browser to show the very place; pressed again it stops', async () => {
  const told = await on((stage) => {
    stage.show({ showWhere: true });
    const chip = () => stage.node.querySelector('.chip')?.getClientRects().length !== 0;
    const before = chip();
    stage.button.click();
    const during = { chip: chip(), pressed: [...stage.pressed] };
    stage.button.click();
    return {
      before,
      during,
      after: {
        chip: chip(),
        pressed: [...stage.pressed],
        says: stage.button.textContent,
        running: stage.node.getAnimations({ subtree: true }).length,
      },
    };
  });
  assert.deepEqual(told, {
    before: false,
    during: { chip: true, pressed: ['show_where'] },
    after: { chip: false, pressed: ['show_where'], says: 'Show me', running: 0 },
  });
});

test('where the browser cannot show the place, pressing asks it for nothing', async () => {
  const pressed = await on((stage) => {
    stage.show({ showWhere: false });
    stage.button.click();
    return stage.pressed;
  });
  assert.deepEqual(pressed, []);
});

test('a mouse upon it shows the way too, and asks the browser for nothing; a mouse that leaves ends only that', async () => {
  await on((stage) => stage.show({}));
  await lab.page.mouse.move(100, 100);
  assert.ok((await on((stage) => stage.node.getAnimations({ subtree: true }).length)) > 0);
  assert.deepEqual(
    await on((stage) => [stage.button.textContent, 'asked' in stage.button.dataset]),
    ['Show me', false],
    'a press asks for more than a mouse that passes',
  );
  await lab.page.mouse.move(700, 500);
  assert.equal(await on((stage) => stage.node.getAnimations({ subtree: true }).length), 0);
  assert.deepEqual(await on((stage) => stage.pressed), []);
  await lab.page.mouse.click(100, 100);
  assert.deepEqual(await on((stage) => [stage.button.textContent, 'asked' in stage.button.dataset]), [
    'Stop',
    true,
  ]);
  await lab.page.mouse.move(700, 500);
  assert.ok((await on((stage) => stage.node.getAnimations({ subtree: true }).length)) > 0);
  assert.deepEqual(await on((stage) => stage.pressed), ['show_where']);
});

test('who wants no motion sees none: the button turns to the next frame, and after the last to the first', async () => {
  await see({ 'prefers-reduced-motion': 'reduce' });
  await on((stage) => stage.show({}));
  await lab.page.mouse.move(100, 100);
  const frames = [await on((stage) => stage.seen())];
  for (let press = 0; press < 3; press += 1) {
    await lab.page.keyboard.press('Tab');
    await on((stage) => stage.button.focus());
    await lab.page.keyboard.press('Enter');
    assert.equal(await on((stage) => stage.node.getAnimations({ subtree: true }).length), 0);
    frames.push(await on((stage) => stage.seen()));
  }
  assert.deepEqual(frames, ['1', '2', '3', '1']);
  assert.deepEqual(await on((stage) => stage.pressed), ['show_where'], 'once, with the first');
});

test('another picture begins on its first frame; the same one in another language goes on; none is not there', async () => {
  const told = await on((stage) => {
    stage.show({});
    stage.button.click();
    stage.show({
      texts: { label_play: 'Zeigen', label_stop: 'Halt' },
      description: 'Auf das Symbol klicken.',
    });
    const same = {
      says: stage.button.textContent,
      running: stage.node.getAnimations({ subtree: true }).length > 0,
    };
    stage.show({ picture: 'firefox-left-icons' });
    const other = {
      says: stage.button.textContent,
      running: stage.node.getAnimations({ subtree: true }).length > 0,
      seen: stage.seen(),
    };
    stage.show({ picture: '' });
    return {
      same,
      other,
      hidden: stage.node.hidden,
      drawn: stage.node.querySelectorAll('.scene svg').length,
    };
  });
  assert.deepEqual(told, {
    same: { says: 'Halt', running: true },
    other: { says: 'Zeigen', running: false, seen: '1' },
    hidden: true,
    drawn: 0,
  });
});

test('a card that closes while it moves leaves nothing running', async () => {
  const running = await on((stage) => {
    stage.show({});
    stage.button.click();
    stage.drawing.stop();
    return {
      says: stage.button.textContent,
      playing: 'playing' in stage.node.dataset,
      animations: stage.node.getAnimations({ subtree: true }).length,
    };
  });
  assert.deepEqual(running, { says: 'Show me', playing: false, animations: 0 });
});

test('light and dark differ in their colours, and words stand out in both', async () => {
  const colours = [];
  for (const scheme of ['light', 'dark']) {
    await see({ 'prefers-color-scheme': scheme });
    colours.push(
      certain(
        await on((stage) => {
          stage.show({});
          const [[ink], [paper]] = [stage.look('name'), stage.look('paper')];
          return ink && paper && { ink: getComputedStyle(ink).fill, paper: getComputedStyle(paper).fill };
        }),
      ),
    );
  }
  assert.notDeepEqual(colours[0], colours[1]);
  for (const { ink, paper } of colours) assert.notEqual(ink, paper);
});
