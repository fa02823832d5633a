// Does video arrive? A track proves nothing: it exists from the first moment of the call. Decoded frames do.

const EVERY_MS = 400;
const PATIENCE = 3; // empty looks before the picture counts as off

/**
 * @param {RTCRtpReceiver} receiver
 * @param {(arriving: boolean) => void} report  Called when the answer changes.
 * @returns {() => void} stop
 */
export function watchFrames(receiver, report) {
  let seen = 0;
  let empty = PATIENCE;
  let stopped = false;
  const timer = setInterval(async () => {
    const frames = await decoded(receiver);
    if (stopped) return;
    const was = empty < PATIENCE;
    empty = frames > seen ? 0 : Math.min(PATIENCE, empty + 1);
    seen = frames;
    if (was !== empty < PATIENCE) report(!was);
  }, EVERY_MS);
  return () => {
    stopped = true;
    clearInterval(timer);
    report(false);
  };
}

/** @param {RTCRtpReceiver} receiver */
async function decoded(receiver) {
  let frames = 0;
  for (const entry of (await receiver.getStats()).values())
    if (entry.type === 'inbound-rtp') frames += entry.framesDecoded ?? 0;
  return frames;
}
