// Microphones and cameras that are programs, known by name: what the computer plays, or what another program feeds in.
// They deliver perfect silence while nothing does. Filters of a real microphone (noise removal) are not among them.

/** One name each, matched in any case and anywhere in a label unless it says otherwise. */
const NAMES = [
  // cables between programs
  'BlackHole \\d+ch',
  'Soundflower',
  'Loopback Audio',
  'VB-(Audio|Cable)',
  'CABLE(-[A-D])? Output',
  'Voicemeeter',
  'Virtual ?(Audio )?Cable',
  '\\bVAC \\d',
  'Hi-Fi Cable',
  'JACK Audio',
  'eqMac',
  'Background Music',
  'iShowU Audio Capture',
  'ZoomAudioDevice',
  'Microsoft Teams Audio',
  'Steam Streaming',
  'snd-aloop',
  'Loopback.* Analog',
  '(Dummy|Null) (Input|Output|Sink|video device)',
  // what the computer itself plays
  '^(Default - )?Monitor (of|von|de|di) ',
  '\\bStereo ?Mix',
  '(Mixagem?|Mezcla|Missaggio) e?st[ée]r[ée]o',
  'ステレオ ?ミキサー',
  '立体声混音',
  'Стерео ?микшер',
  'What (U|You) Hear',
  'Wave ?Out Mix',
  'Rec\\. Playback',
  // pictures from a program
  'OBS[- ](Virtual )?Camera',
  'XSplit VCam',
  'vMix Video',
  'NDI (Video|Webcam)',
  'CamTwist',
  'v4l2 ?loopback',
];
const KNOWN = new RegExp(NAMES.join('|'), 'i');

/** @param {string} label  Of a track; browsers give it only while the page may use the device. */
export const isVirtual = (label) => KNOWN.test(label);
