// Measures how loud a stream is. Used for what the practice receives and, without peer connections, for the microphone itself.

const EVERY_MS = 60;
const PATIENCE = 8; // looks without a new packet before it counts as silence

/**
 * Call it in an `earshot-stream` handler: that follows the visitor's press, so the browser lets the context run.
 * @param {MediaStream} stream  Its audio tracks as they are now.
 * @param {(level: number) => void} report  From 0 (silence) to 1.
 * @param {RTCRtpReceiver} [receiver]  Asked instead where the context does not run: Firefox needs a loudspeaker for that.
 * @returns {() => void} stop
 */
export function watchLevel(stream, report, receiver) {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const packets = receiver ? watchPackets(receiver) : () => 0;

  function loudness() {
    if (context.state !== 'running') return packets();
    analyser.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  }
  const timer = setInterval(() => {
    if (context.state === 'suspended') context.resume().catch(() => {});
    const now = loudness();
    // Decibels, as ears hear: -60 dB is 0, full scale is 1.
    report(now > 0 ? Math.min(1, Math.max(0, 1 + Math.log10(now) / 3)) : 0);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    report(0);
    context.close().catch(() => {});
  };
}

/** @param {RTCRtpReceiver} receiver */
function watchPackets(receiver) {
  let last = 0;
  let stale = 0;
  return () => {
    const [source] = receiver.getSynchronizationSources();
    stale = source && source.timestamp !== last ? 0 : stale + 1;
    last = source?.timestamp ?? 0;
    return stale < PATIENCE ? (source?.audioLevel ?? 0) : 0;
  };
}
