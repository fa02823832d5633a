// A screen of our own (Xvfb with a window manager), a real mouse and keyboard on it (xdotool), and the names and places
// of whatever widgets a browser shows there, its own permission bubble included (the accessibility bus).
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { allOrNothing, firstMatch, removeFolder, start, stop, temporaryFolder } from './children.js';
import { program, pythonBinding } from './programs.js';
import { until } from './until.js';

const run = promisify(execFile);
const LIST_WIDGETS = fileURLToPath(new URL('./a11y.py', import.meta.url));

/** @typedef {{ app: string, role: string, name: string, x: number, y: number, w: number, h: number, showing: boolean,
 *   focused: boolean, checked: boolean }} Widget */
/** @typedef {Awaited<ReturnType<typeof openDisplay>>} Display */

/** @param {{ accessible?: boolean, size?: string }} [options]  `accessible`: the browser's own widgets will be looked at. */
export const openDisplay = (options) =>
  allOrNothing(async () => {
    /** @type {import('node:child_process').ChildProcess[]} */
    const children = [];
    const folder = temporaryFolder();
    return {
      ...inputOn(await furnish(children, folder, options)),
      async close() {
        for (const child of children.reverse()) await stop(child);
        removeFolder(folder);
      },
    };
  });

/**
 * Screen, window manager and buses. What it starts, it adds to `children`.
 * @param {import('node:child_process').ChildProcess[]} children
 * @param {string} folder
 * @param {{ accessible?: boolean, size?: string }} [options]
 */
async function furnish(children, folder, { accessible = false, size = '1280x900' } = {}) {
  /** @param {Parameters<typeof program>[0]} name @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
  const launch = (name, args, env = process.env) => {
    const child = start(program(name), args, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    children.push(child);
    return { child, says: /** @type {import('node:stream').Readable} */ (child.stdio[3]) };
  };
  // -noreset: otherwise the server starts anew when its only client leaves, just while the window manager comes.
  const xvfb = launch('xvfb', [
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${size}x24`,
    '-nolisten',
    'tcp',
    '-ac',
    '-noreset',
  ]);
  const number = await firstMatch(xvfb.child, xvfb.says, /(\d+)\n/);
  const bus = launch('dbus', [
    '--session',
    '--nofork',
    `--address=unix:path=${join(folder, 'bus')}`,
    '--print-address=3',
  ]);
  const address = await firstMatch(bus.child, bus.says, /(\S+)\n/);
  /** @type {Record<string, string>} */
  const env = {
    DISPLAY: `:${number}`,
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_RUNTIME_DIR: folder,
    GDK_BACKEND: 'x11',
    WAYLAND_DISPLAY: '',
  };
  if (accessible) {
    pythonBinding('Atspi', '2.0', 'gir1.2-atspi-2.0');
    Object.assign(env, {
      GNOME_ACCESSIBILITY: '1',
      ACCESSIBILITY_ENABLED: '1',
      GTK_MODULES: 'gail:atk-bridge',
    });
  } else env.NO_AT_BRIDGE = '1';
  const full = { ...process.env, ...env };
  const manager = launch('openbox', [], full);
  if (accessible) launch('atspi', ['--launch-immediately', '--a11y=1'], full);
  // The window manager is there when it has announced itself on the root window.
  await until(
    () =>
      run(program('xdotool'), ['get_num_desktops'], { env: full }).then(
        ({ stdout }) => stdout.trim(),
        () => '',
      ),
    { what: 'the window manager', ms: 30_000, state: () => ({ ended: manager.child.exitCode }) },
  );
  return env;
}

/** @param {Record<string, string>} env */
function inputOn(env) {
  const full = { ...process.env, ...env };
  /** @param {...string} args */
  const xdotool = (...args) =>
    run(program('xdotool'), args, { env: full }).then(({ stdout }) => stdout.trim());
  /** Two movements: GTK ignores a press where the pointer never entered the window. @param {number} x @param {number} y */
  const to = (x, y) => [
    'mousemove',
    String(Math.round(x) - 2),
    String(Math.round(y)),
    'mousemove',
    String(Math.round(x)),
    String(Math.round(y)),
  ];
  const display = {
    env,
    /** @param {string} file */
    screenshot: (file) => run(program('import'), ['-window', 'root', file], { env: full }),
    /** @param {number} x @param {number} y */
    click: (x, y) => xdotool(...to(x, y), 'click', '1'),
    /** @param {number} x @param {number} y */
    mouseDown: (x, y) => xdotool(...to(x, y), 'mousedown', '1'),
    mouseUp: () => xdotool('mouseup', '1'),
    /** @param {string} name  An X key symbol: `Tab`, `Return`, `space`, `Escape`, `alt+a`. */
    key: (name) => xdotool('key', name),
    /** @param {string} name */
    keyDown: (name) => xdotool('keydown', name),
    /** @param {string} name */
    keyUp: (name) => xdotool('keyup', name),
    /** @param {string} text */
    type: (text) => xdotool('type', '--delay', '10', text),
    /** @param {string} pattern @param {string} [app] @param {string[]} more @returns {Promise<Widget[]>} */
    async widgets(pattern, app = '', ...more) {
      const { stdout } = await run(program('python'), [LIST_WIDGETS, pattern, app, ...more], {
        env: full,
        maxBuffer: 1 << 24,
        timeout: 60_000,
      });
      return stdout
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
    /** @param {string} pattern @param {{ role?: string, app?: string, ms?: number }} [options] */
    findWidget: (pattern, { role, app, ms = 10_000 } = {}) =>
      until(
        async () =>
          (await display.widgets(pattern, app)).find(
            (w) => w.showing && w.w > 0 && (!role || w.role === role),
          ),
        { what: `a widget named ${pattern}`, ms, every: 150 },
      ),
    /** As a screen reader does it: neither mouse nor key. @param {string} pattern */
    pressByName: (pattern) =>
      until(
        async () =>
          (await display.widgets(pattern, '', 'press')).some(
            ({ role, showing, w }) => showing && w > 0 && role.includes('button'),
          ),
        { what: `a button named ${pattern}`, every: 150 },
      ),
    /** @param {string} pattern @param {{ role?: string, app?: string, ms?: number }} [options] */
    async clickWidget(pattern, options) {
      const { x, y, w, h } = await display.findWidget(pattern, options);
      await display.click(x + w / 2, y + h / 2);
    },
  };
  return display;
}
