// All that a site writes after `npm install earshot`; and what this one does with the sound: it listens.
import { mount } from 'earshot';

document.addEventListener('earshot-stream', ({ detail: { stream } }) => {
  const context = new AudioContext();
  const ear = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(ear);
  void context.resume();
  globalThis.loudness = () => {
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    return Math.max(...samples.map(Math.abs));
  };
});

mount({ media: ['microphone'], language: 'es' });
