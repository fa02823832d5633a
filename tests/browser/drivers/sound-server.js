// A sound server of our own (PulseAudio), on a socket in a folder of our own: its microphones can be plugged in, pulled
// out, muted and occupied while a browser records from them.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { allOrNothing, firstMatch, removeFolder, start, stop, temporaryFolder } from './children.js';
import { program } from './programs.js';
import { until } from './until.js';
import { RATE, soundInto } from './voice.js';
/** @import { Voice } from './voice.js' */

const run = promisify(execFile);
const TELL_UDEV = fileURLToPath(new URL('./udev-event.py', import.meta.url));
const OCCUPY = fileURLToPath(new URL('./occupy-source.py', import.meta.url));

/** @typedef {Awaited<ReturnType<typeof openSoundServer>>} SoundServer */

/** @param {{ speaker: boolean, udev: boolean }} options  `speaker`: one that stays. Without one, each microphone is a headset
 * and brings its own: no engine runs its sound where nothing can play. `udev`: the browser learns of devices from there. */
export const openSoundServer = ({ speaker, udev }) =>
  allOrNothing(async () => {
    const folder = temporaryFolder();
    const socket = join(folder, 'native');
    // Browsers need only the address; what the server keeps of its own must not touch the user's.
    const env = { PULSE_SERVER: `unix:${socket}` };
    const full = {
      ...process.env,
      ...env,
      HOME: folder,
      PULSE_RUNTIME_PATH: folder,
      PULSE_STATE_PATH: folder,
      PULSE_COOKIE: join(folder, 'cookie'),
    };
    const child = start(
      program('pulseaudio'),
      [
        '-n',
        '--daemonize=no',
        '--use-pid-file=no',
        '--exit-idle-time=-1',
        '--disable-shm=yes',
        `--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
      ],
      { env: full, stdio: 'ignore' },
    );
    /** @param {string[]} order */
    const pactl = async (...order) => (await run(program('pactl'), order, { env: full })).stdout.trim();
    await until(() => pactl('info').catch(() => ''), {
      what: 'the sound server',
      state: () => ({ ended: child.exitCode }),
    });
    /** @param {string} name */
    const plugSpeaker = (name) =>
      pactl(
        'load-module',
        'module-null-sink',
        `sink_name=${name}`,
        `sink_properties=device.description=${name}`,
      );
    if (speaker) await plugSpeaker('speaker');
    /** @type {Map<string, { microphone: string, earphones?: string | undefined, say: (voice: Voice) => void, hush: () => void }>} */
    const plugged = new Map();
    /** @type {import('node:child_process').ChildProcess[]} */
    const occupiers = [];
    /** @param {string} name */
    const earphonesOf = (name) => plugSpeaker(`${name}-earphones`);

    return {
      env,
      /** A microphone before somebody who talks all the time, or before whom else. @param {string} name @param {Voice} [voice] */
      async plug(name, voice) {
        const pipe = join(folder, name);
        const earphones = speaker ? undefined : await earphonesOf(name);
        const microphone = await pactl(
          'load-module',
          'module-pipe-source',
          `source_name=${name}`,
          `source_properties=device.description=${name}`,
          `file=${pipe}`,
          'format=s16le',
          `rate=${RATE}`,
          'channels=1',
        );
        plugged.set(name, { microphone, earphones, ...soundInto(pipe, voice) });
        if (udev) await tellUdev();
      },
      /** @param {string} name */
      async unplug(name) {
        const { microphone, earphones, hush } = plugged.get(name) ?? {};
        hush?.();
        plugged.delete(name);
        // The earphones first: what they play counts as a microphone too, in Firefox.
        for (const module of [earphones, microphone]) if (module) await pactl('unload-module', module);
        if (udev) await tellUdev();
      },
      /** Somebody else sits down before it. @param {string} name @param {Voice} voice */
      say: (name, voice) => plugged.get(name)?.say(voice),
      /** Only what a headset plays on, or only what it hears with. @param {string} name @param {'earphones' | 'microphone'} part */
      async pull(name, part) {
        const whole = plugged.get(name);
        const module = whole?.[part];
        if (!whole || !module) return;
        if (part === 'earphones') whole.earphones = undefined;
        else whole.microphone = '';
        await pactl('unload-module', module);
        if (udev) await tellUdev();
      },
      /** @param {string} name */
      async plugEarphones(name) {
        const whole = plugged.get(name);
        if (whole) whole.earphones = await earphonesOf(name);
      },
      /** The sound system lets it sleep: it gives nothing, not even zeros. @param {string} name @param {boolean} on */
      suspend: (name, on) => pactl('suspend-source', name, on ? '1' : '0'),
      has: plugged.has.bind(plugged),
      /** A switch on the microphone itself, or in the system's sound settings. @param {string} name @param {boolean} on */
      mute: (name, on) => pactl('set-source-mute', name, on ? '1' : '0'),
      /** Chosen in the system's sound settings. @param {string} name */
      async makeDefault(name) {
        await pactl('set-default-source', name);
        if (udev) await tellUdev();
      },
      /** Another program takes all that the microphone can give. Answers with the way to end that. @param {string} name */
      async occupy(name) {
        const other = start(program('python'), [OCCUPY, name], {
          env: full,
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        occupiers.push(other);
        await firstMatch(other, /** @type {import('node:stream').Readable} */ (other.stdout), /occupied/);
        return () => stop(other);
      },
      async close() {
        plugged.forEach(({ hush }) => hush());
        for (const other of occupiers) await stop(other);
        await stop(child);
        removeFolder(folder);
      },
    };
  });

/** Chromium learns of devices from udev alone: it is told what a real device would make udev say. */
const tellUdev = () => run(program('python'), [TELL_UDEV]);

/** Only root may speak for udev, and only where a kernel or udev itself looks after /dev does anybody listen. */
export const canTellUdev = () =>
  process.getuid?.() === 0 &&
  (existsSync('/run/udev/control') || /^devtmpfs \/dev /m.test(readFileSync('/proc/mounts', 'utf8')));
