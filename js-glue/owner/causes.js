// What the owner of the site, not its visitor, can do about each cause.
/** @import { Cause } from '../words.js' */
/** @import { Site } from './site.js' */
import { addressOf, allow, header } from './site.js';

/** @param {Site} site */
function frameFix(site) {
  const { around, location } = site;
  return [
    `<iframe src="${addressOf(site)}" ${allow(site)}></iframe>`,
    ...(around.length > 1 ? [`… and the same allow in each of the ${around.length} frames around it`] : []),
    ...(around[0] === location.origin
      ? []
      : [
          `${header(site, `self "${location.origin}"`)}   ← only if ${around[0] ?? 'the page around it'} sends such a header`,
        ]),
  ];
}

/** @param {Site} site */
function secureFix({ location, around }) {
  if (location.protocol === 'https:') {
    const plain = around.filter((origin) => !origin.startsWith('https:'));
    return (plain.length > 0 ? plain : ['a page around this one']).map(
      (origin) => `${origin}   ← serve that over https too`,
    );
  }
  const scheme = 'https:';
  return [
    `${scheme}//${location.host.replace(/:\d+$/, '')}${location.pathname}`,
    'On your own machine, localhost will do as well.',
  ];
}

/** @param {Site} site */
function originFix(site) {
  const { location, framed, around } = site;
  if (!location.protocol.startsWith('http'))
    return [`This page was opened as ${location.protocol} – open it from a web server.`];
  if (!framed)
    return [
      'Content-Security-Policy: sandbox allow-scripts allow-same-origin allow-popups   ← beside what that line holds already',
    ];
  return [
    `<iframe src="${addressOf(site)}" sandbox="allow-scripts allow-same-origin allow-popups" ${allow(site)}></iframe>`,
    ...(around[0] === location.origin
      ? [
          'Both pages have one origin, so the frame could undo its sandbox: serve it from another one, or leave sandbox away.',
        ]
      : []),
  ];
}

/** `fix`: the exact lines to write; there are some where the advice ends in a colon. What is not here has the usual advice.
 * @type {Partial<Record<Cause, [advice: string, fix?: (site: Site) => string[]]>>} */
export const CAUSES = {
  insecure_page: [
    'Serve the page over https; browsers offer no microphone or camera on plain http:',
    secureFix,
  ],
  api_missing: [
    'Nothing on your side: this browser or app gives pages no microphone or camera, or was told not to.',
  ],
  frame_not_delegated: ['Pass it on to this page, in the <iframe> that shows it:', frameFix],
  policy_header: [
    'Let the Permissions-Policy header of this page allow it:',
    (site) => (site.framed ? frameFix(site) : [header(site, 'self')]),
  ],
  opaque_origin: ['Give this page an origin; its sandbox takes that away:', originFix],
  audio_session_clash: [
    'Do not tell Safari that this page only plays:',
    ({ session }) => [`navigator.audioSession.type = 'play-and-record';   // it is '${session}'`],
  ],
  page_inactive: ['Do not ask in a page that is being left.'],
  request_held: ['Nothing: the browser goes on once the visitor is back in this tab and window.'],
  prompt_ignored: ['Nothing: the browser still waits for an answer. The visitor is shown where to look.'],
  no_answer: [
    'Open no other prompt in this tab: the browser shows one at a time. Or the system asks, or the device hangs.',
  ],
  prompt_cancelled: [
    'Ask from one visible page or frame at a time, and not on the way to fullscreen. A side panel cannot ask: open a tab.',
  ],
  dismissed: [
    'Nothing. Do not ask again by yourself: after a third dismissal Chromium blocks the site for a week.',
  ],
  embargoed: [
    'Nothing: the browser blocks requests of this site for a week. The visitor can lift that in the site settings.',
  ],
  gesture_needed: [
    'Open the microphone from a click, as the orb does, with nothing awaited before:',
    () => ["button.addEventListener('click', () => document.querySelector('earshot-widget').press('orb'));"],
  ],
  default_block: ['Nothing: this browser is set to refuse every site. The visitor is shown the steps.'],
  blocked_by_system: [
    'Nothing: the operating system keeps the device from the browser. The visitor is shown the steps.',
  ],
  managed_policy: [
    'Nothing by yourself: an administrator decides, and could write:',
    ({ kinds, location }) => [
      ...kinds.map(
        (kind) =>
          `${kind === 'camera' ? 'Video' : 'Audio'}CaptureAllowedUrls: ["${location.origin}"]   ← Chrome, Edge`,
      ),
      ...kinds.map(
        (kind) =>
          `Permissions: { ${kind === 'camera' ? 'Camera' : 'Microphone'}: { Allow: ["${location.origin}"] } }   ← Firefox`,
      ),
    ],
  ],
  app_not_permitted: [
    'Offer a link that opens the page in the browser itself. An app of your own must ask its system for the microphone first, and needs MODIFY_AUDIO_SETTINGS on Android.',
  ],
  abuse_block: [
    'Find out whether your site is listed as harmful, for instance in the Google Search Console.',
  ],
  stripped: ['Nothing: an extension or the browser refuses before it asks. The visitor is shown the steps.'],
  no_device: ['Nothing: the browser finds no such device. The text chat stays open.'],
  device_busy: [
    'Nothing: another program holds the device. If it is your own page, hand its stream to attach(), in mode "guard".',
  ],
  second_microphone: [
    'Stop other microphone tracks of your page first: this browser opens one microphone at a time.',
  ],
  chosen_device_gone: ['Do not ask for one device by its id: it is not connected any more.'],
  constraint_unmet: ['Ask for less exact constraints.'],
  virtual_device: ['Nothing: the visitor has chosen a program as microphone, and is told so.'],
  speaking_while_muted: [
    'Nothing: the visitor is told. It is noticed only because your configuration says "hear_while_muted".',
  ],
  network_blocked: ['Offer a TURN server over TCP on port 443.'],
  taken: [
    'Nothing, unless your own page opened the device a second time: then hand its stream to attach(), in mode "guard".',
  ],
  camera_frozen: ['Nothing on your side: the camera delivers no pictures. It is opened again.'],
  off_by_site: [
    'Nothing, if that is your own mute button: a script of this page set `enabled` to false or stopped the track.',
  ],
  output_blocked: ['Start playback inside a click, or hand the element to play(): then Earshot does.'],
  reload_needed: [
    'Keep what the visitor has entered: the page must be loaded anew before the device works again.',
  ],
  unknown: ['Send us the trace: document.querySelector("earshot-widget").trace().'],
};
const USUAL_ADVICE = 'Nothing: the visitor is shown what to do, and the text chat stays open.';

/** @param {Cause} cause */
export const adviceOn = (cause) => CAUSES[cause]?.[0] ?? USUAL_ADVICE;

/** @param {Cause} cause @param {Site} site @returns {string[]} */
export const fixOf = (cause, site) => CAUSES[cause]?.[1]?.(site) ?? [];
