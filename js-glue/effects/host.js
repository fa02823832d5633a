/** @import { FarSideMessage, View } from '../answers.js' */
/** @import { Page } from '../page.js' */
/** @import { HostEvent, MediaKind } from '../words.js' */

/**
 * Tells the host page. The core knows names and numbers only; the live objects are added here.
 * @param {Page['tell']} tell
 * @param {{ view: () => View | null, stream: () => MediaStream | null,
 *   track: (kind: MediaKind) => MediaStreamTrack | null }} live
 */
export function createHost(tell, { view, stream, track }) {
  /** @param {HostEvent} event @param {Record<string, unknown>} detail */
  return (event, { request, ...detail }) => {
    const kind = /** @type {MediaKind} */ (detail.kind);
    if (event === 'state') detail.view = view();
    if (event === 'stream' || event === 'track_replaced') detail.stream = stream();
    if (event === 'track_replaced') detail.track = request === 0 ? null : track(kind); // request 0: this kind is lost
    tell(event.replace('_', '-'), detail);
  };
}

/** The site's words for a voice agent, with what the visitor reads now.
 * @param {FarSideMessage} message @param {View | null} view  The new one. @param {Pick<Page, 'fill' | 'wordsOf'>} page
 * @returns {FarSideMessage} */
export function instructed(message, view, page) {
  if (!view || !message.instructions) return message;
  const { title, steps } = page.wordsOf(view);
  // Piece by piece: what a sentence holds is never read as a placeholder.
  const pieces = message.instructions.split(/(\{title\}|\{steps\})/).map((piece) => {
    if (piece === '{title}') return title;
    return piece === '{steps}' ? steps.join(' ') : page.fill(piece, view);
  });
  return { ...message, instructions: pieces.join('') };
}
