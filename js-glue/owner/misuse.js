// What a script of the page hears that gives the element something else than it needs.

export const NO_STREAM = 'attach() needs the MediaStream that your call software opened';
export const NO_LIVE_TRACK = 'attach() needs a stream with a live track: call it once the stream is open';
export const NO_MEDIA_ELEMENT = 'play() needs the <audio> or <video> element that plays the far end';

/** @param {readonly string[]} members @param {string} wrong @param {string} type  Of that one. */
export const noNetworkResult = (members, wrong, type) =>
  `reportNetwork() needs ${members.join(', ')}, each true or false; ${wrong} is ${type}`;

/** @param {string} type  Of what was given. */
export const noMediaError = (type) =>
  `report() needs the error that your request for media was rejected with; this is ${type} without a name`;
/** @param {readonly string[]} states */
export const noFarEnd = (states) =>
  `report() needs far_end to be ${states.map((state) => `"${state}"`).join(', ')}`;
/** @param {readonly string[]} kinds */
export const noMediaKinds = (kinds) =>
  `report() needs kinds to be a list of ${kinds.map((kind) => `"${kind}"`).join(' and ')}, each once`;
