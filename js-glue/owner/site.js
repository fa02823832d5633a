// The page as the console's advice needs it: the exact line that a site's owner has to write is computed
// from it.
/** @import { EarlyConfig } from '../config.js' */
/** @import { MediaKind } from '../words.js' */
import { readable } from '../readable.js';

/** What the fixes are made of. `around`: the origins of the pages around this one, the nearest first, where the browser tells.
 * @typedef {{ location: Pick<Location, 'protocol' | 'origin' | 'host' | 'pathname'>, framed: boolean, around: string[], kinds: MediaKind[],
 *   session: string }} Site */

/** @param {Window} window @param {Pick<EarlyConfig, 'media'>} config @returns {Site} */
export function siteOf(window, { media }) {
  const { location, navigator } = window;
  const { ancestorOrigins } = /** @type {{ ancestorOrigins?: DOMStringList }} */ (location);
  const { audioSession } = /** @type {{ audioSession?: { type: string } }} */ (readable(navigator));
  return {
    location,
    framed: window.top !== window,
    around: [...(ancestorOrigins ?? [])],
    kinds: media.includes('camera') ? ['microphone', 'camera'] : ['microphone'],
    session: audioSession?.type ?? '',
  };
}

/** Without the query, where a token may stand. @param {Site} site */
export const addressOf = ({ location }) => location.origin + location.pathname;

/** @param {Site} site */
export const allow = ({ kinds }) => `allow="${kinds.join('; ')}"`;

/** @param {Site} site @param {string} whom */
export const header = ({ kinds }, whom) =>
  `Permissions-Policy: ${kinds.map((kind) => `${kind}=(${whom})`).join(', ')}`;
