// One example of every fact, ready to be sent or changed. What they mean is for the core to say.

/** @type {{ words: string, fact: Record<string, unknown> & { fact: string } }[]} */
export const EXAMPLES = [
  { words: 'The visitor presses the orb', fact: { fact: 'pressed', action: 'orb' } },
  { words: 'The visitor tries again', fact: { fact: 'pressed', action: 'try_again' } },
  { words: 'The visitor opens the chat', fact: { fact: 'pressed', action: 'open_chat' } },
  {
    words: 'The microphone would prompt',
    fact: { fact: 'permission_read', kind: 'microphone', state: 'prompt', live: false },
  },
  {
    words: 'The microphone is blocked',
    fact: { fact: 'permission_read', kind: 'microphone', state: 'denied', live: false },
  },
  {
    words: 'The microphone is taken away',
    fact: { fact: 'permission_read', kind: 'microphone', state: 'denied', live: true },
  },
  {
    words: 'The microphone is given back',
    fact: { fact: 'permission_read', kind: 'microphone', state: 'granted', live: true },
  },
  {
    words: 'The camera is blocked',
    fact: { fact: 'permission_read', kind: 'camera', state: 'denied', live: false },
  },
  {
    words: 'The camera is taken away',
    fact: { fact: 'permission_read', kind: 'camera', state: 'denied', live: true },
  },
  {
    words: 'No microphone is connected',
    fact: { fact: 'devices_read', microphones: 0, cameras: 1, labelled: true, selected_present: true },
  },
  {
    words: 'A request succeeds',
    fact: { fact: 'request_opened', request: 1, tracks: [{ kind: 'microphone', track: 1 }] },
  },
  {
    words: 'A request is dismissed (Chromium)',
    fact: failure('NotAllowedError', 'Permission dismissed', 2400),
  },
  { words: 'A request is denied', fact: failure('NotAllowedError', 'Permission denied', 2400) },
  {
    words: 'A request is refused by the system',
    fact: failure('NotAllowedError', 'Permission denied by system', 40),
  },
  { words: 'A request finds no device', fact: failure('NotFoundError', 'Requested device not found', 12) },
  {
    words: 'A request finds the device busy',
    fact: failure('NotReadableError', 'Could not start audio source', 30),
  },
  { words: 'A track ends', fact: { fact: 'track_ended', track: 1 } },
  { words: 'A track is muted by the browser', fact: { fact: 'track_muted', track: 1 } },
  { words: 'A track sounds again', fact: { fact: 'track_unmuted', track: 1 } },
  { words: 'A script of the page stops a track', fact: { fact: 'track_stopped', track: 1 } },
  { words: 'A script of the page mutes a track', fact: { fact: 'track_switched', track: 1, on: false } },
  {
    words: 'The microphone hears nothing at all',
    fact: { fact: 'level', dbfs: null, valid: true, span_ms: 4000 },
  },
  { words: 'The microphone hears a voice', fact: { fact: 'level', dbfs: -24.5, valid: true, span_ms: 1000 } },
  {
    words: 'The visitor talks behind the mute',
    fact: { fact: 'level', dbfs: -24.5, valid: true, span_ms: 4000, behind_mute: true },
  },
  {
    words: 'The camera gives no frames',
    fact: { fact: 'frames', track: 2, frames: 0, span_ms: 5000, valid: true },
  },
  {
    words: 'The page is hidden',
    fact: {
      fact: 'page_changed',
      visible: false,
      focused: false,
      frozen: false,
      restored: false,
      slept_ms: 0,
    },
  },
  {
    words: 'The page is back in front',
    fact: { fact: 'page_changed', visible: true, focused: true, frozen: false, restored: false, slept_ms: 0 },
  },
  { words: 'A timer ends', fact: { fact: 'timer_fired', timer: 'prompt_expected' } },
  {
    words: "The browser's own dialog is closed",
    fact: { fact: 'recovery_cancelled', kind: 'microphone', request: 1 },
  },
  {
    words: "The browser's own element delivers",
    fact: { fact: 'recovery_streamed', request: 1, tracks: [{ kind: 'microphone', track: 9 }] },
  },
  {
    words: "The browser's own element cannot be used",
    fact: { fact: 'recovery_failed', kind: 'microphone', request: 1, name: 'InvalidStateError', message: '' },
  },
  {
    words: "The site's own call software has the microphone",
    fact: { fact: 'stream_attached', tracks: [{ kind: 'microphone', track: 8 }] },
  },
  { words: "The site's own call software takes it back", fact: { fact: 'stream_detached' } },
  {
    words: "The site's own request fails",
    fact: {
      fact: 'host_failed',
      kinds: ['microphone'],
      name: 'NotReadableError',
      message: 'Could not start audio source',
      constraint: '',
    },
  },
  { words: "The other side's sound is refused", fact: { fact: 'output_changed', blocked: true } },
  {
    words: 'The mute button of a headset is pressed',
    fact: { fact: 'media_session', action: 'togglemicrophone' },
  },
  {
    words: 'An earlier visit is remembered',
    fact: { fact: 'remembered', kind: 'microphone', asked: true, dismissals: 2, ignores: 0 },
  },
  {
    words: 'The question about notifications is answered',
    fact: { fact: 'notifications_answered', state: 'denied', elapsed_ms: 1800 },
  },
  {
    words: 'The sound engine is suspended',
    fact: { fact: 'audio_context', state: 'suspended', session_type: '' },
  },
  {
    words: 'The network was tested',
    fact: { fact: 'network_tested', udp: false, relay: false, server_reflexive: false, elapsed_ms: 5000 },
  },
  { words: 'The chat failed', fact: { fact: 'chat_changed', state: 'failed' } },
  {
    words: 'Another browser: Safari on an iPhone',
    fact: {
      fact: 'environment',
      secure: true,
      media_devices: true,
      top_level: true,
      policy: { microphone: null, camera: null },
      engine: 'webkit',
      browser: 'safari',
      version: 18,
      os: 'ios',
      os_version: 18,
      form: 'mobile',
      in_app: '',
      standalone: false,
      recovery: [],
      permissions_api: true,
    },
  },
  {
    words: 'A page without https',
    fact: {
      fact: 'environment',
      secure: false,
      media_devices: false,
      top_level: true,
      policy: { microphone: null, camera: null },
      engine: 'chromium',
      browser: 'chrome',
      version: 140,
      os: 'windows',
      os_version: 11,
      form: 'desktop',
      in_app: '',
      standalone: false,
      recovery: [],
      permissions_api: true,
    },
  },
];

/** @param {string} name @param {string} message @param {number} elapsed_ms */
function failure(name, message, elapsed_ms) {
  return { fact: 'request_failed', request: 1, name, message, constraint: '', elapsed_ms, activated: true };
}
