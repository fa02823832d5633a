/** @import { HostEvent, MediaKind, Page, View } from '../contract.js' */

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
