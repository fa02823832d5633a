// Measures how loud a stream is. Used for what the practice receives and, without peer connections, for the microphone itself.

const EVERY_MS = 60;

/**
 * Call it in an `earshot-stream` handler: that follows the visitor's press, so the browser lets the context run.
 * @param {MediaStream} stream  Its audio tracks as they are now.
 * @param {(level: number) => void} report  From 0 (silence) to 1.
 * @returns {() => void} stop
 */
export function watchLevel(stream, report) {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    if (context.state === 'suspended') context.resume().catch(() => {});
    analyser.getFloatTimeDomainData(samples);
    const rms = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    // Decibels, as ears hear: -60 dB is 0, full scale is 1.
    report(rms > 0 ? Math.min(1, Math.max(0, 1 + Math.log10(rms) / 3)) : 0);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    report(0);
    context.close().catch(() => {});
  };
}
