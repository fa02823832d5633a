// Where the programs are that the browser tests drive. A missing one is named together with the way to get it.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = {
  chromium: { command: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium', package: 'chromium' },
  firefox: { command: process.env.FIREFOX_BIN ?? '/usr/bin/firefox-esr', package: 'firefox-esr' },
  python: { command: '/usr/bin/python3', package: 'python3' }, // the system's own: `gi` is installed for no other
  xvfb: { command: 'Xvfb', package: 'xvfb' },
  openbox: { command: 'openbox', package: 'openbox' },
  xdotool: { command: 'xdotool', package: 'xdotool' },
  dbus: { command: 'dbus-daemon', package: 'dbus' },
  import: { command: 'import', package: 'imagemagick' },
  pulseaudio: { command: 'pulseaudio', package: 'pulseaudio' },
  pactl: { command: 'pactl', package: 'pulseaudio-utils' },
  atspi: { command: '/usr/libexec/at-spi-bus-launcher', package: 'at-spi2-core' },
};

/** @param {keyof typeof PROGRAMS} name */
export function program(name) {
  const { command, package: debianPackage } = PROGRAMS[name];
  const places = command.startsWith('/')
    ? [command]
    : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command));
  for (const place of places) {
    try {
      accessSync(place, constants.X_OK);
      return place;
    } catch {
      // Try the next folder of the search path.
    }
  }
  throw new Error(`${command} is missing (Debian package ${debianPackage}): run script/setup`);
}

/** @param {string} namespace @param {string} version @param {string} debianPackage */
export function pythonBinding(namespace, version, debianPackage) {
  try {
    execFileSync(program('python'), ['-c', `import gi; gi.require_version('${namespace}', '${version}')`], {
      stdio: 'ignore',
    });
  } catch {
    throw new Error(
      `Python has no ${namespace} ${version} (Debian packages python3-gi and ${debianPackage}): run script/setup`,
    );
  }
}
