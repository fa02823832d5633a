// Why the visitor writes instead of talking, for the person who answers: the causes of docs/diagnostics.md in a few groups.

/** What is said of the microphone or the camera, and for which causes. @type {[string, string[]][]} */
export const WORDS = [
  [
    'is blocked for our page',
    [
      'denied',
      'blocked_for_site',
      'blocked_temporarily',
      'default_block',
      'embargoed',
      'abuse_block',
      'revoked',
      'stripped',
    ],
  ],
  [
    'was not allowed: the question was put off',
    [
      'dismissed',
      'prompt_ignored',
      'prompt_cancelled',
      'request_held',
      'gesture_needed',
      'reset',
      'grant_expired',
    ],
  ],
  [
    'is kept from the browser by the device',
    ['blocked_by_system', 'system_switched_off', 'app_not_permitted'],
  ],
  ['was asked for, and no answer came', ['no_answer']],
  ['is turned off by their organisation', ['managed_policy']],
  ['is turned off by our page', ['off_by_site']],
  [
    'cannot be used on the page they are on',
    [
      'api_missing',
      'insecure_page',
      'frame_not_delegated',
      'policy_header',
      'opaque_origin',
      'audio_session_clash',
      'page_inactive',
    ],
  ],
  ['is not there', ['no_device', 'device_removed', 'chosen_device_gone', 'constraint_unmet']],
  ['is in use by another app', ['device_busy', 'device_failed', 'second_microphone', 'taken']],
  ['is on hold', ['interrupted', 'muted_by_browser', 'backgrounded', 'slept', 'frozen']],
  [
    'is on, but no sound comes from it',
    ['silent', 'no_output', 'hardware_muted', 'virtual_device', 'wrong_device', 'capture_dead'],
  ],
  ['is very quiet', ['low_level']],
  ['stands still', ['camera_frozen']],
  ['has not sent a picture yet', ['camera_not_started']],
  ['works, but their network does not let calls through', ['network_blocked']],
  ['works only after the page is loaded again', ['reload_needed', 'browser_restart_needed']],
];

/** @param {{ kind: string, cause: string } | null} reason */
export function why(reason) {
  if (!reason) return 'They chose to write.';
  const words = WORDS.find(([, causes]) => causes.includes(reason.cause))?.[0] ?? 'does not work';
  return `Their ${reason.kind === 'camera' ? 'camera' : 'microphone'} ${words} (${reason.cause.replaceAll('_', ' ')}).`;
}
