/** Paces and quotas of the chat server that a test does not reach. @param {number} most  Of anything. */
export function withoutLimits(most) {
  const often = { burst: most, perSecond: most, pause: 1 };
  return {
    hellos: often,
    messages: often,
    frames: often,
    requests: often,
    addressMessages: often,
    addressBytes: often,
  };
}
