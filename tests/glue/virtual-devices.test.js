import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVirtual } from '../../js-glue/facts/virtual-devices.js';

const PROGRAMS = [
  'BlackHole 2ch',
  'BlackHole 16ch (Virtual)',
  'Soundflower (2ch)',
  'Loopback Audio',
  'CABLE Output (VB-Audio Virtual Cable)',
  'CABLE-A Output (VB-Audio Cable A)',
  'Default - CABLE Output (VB-Audio Virtual Cable)',
  'VB-Cable (Virtual)',
  'VoiceMeeter Output (VB-Audio VoiceMeeter VAIO)',
  'Voicemeeter Out B1 (VB-Audio Voicemeeter VAIO)',
  'Line 1 (Virtual Audio Cable)',
  'Stereo Mix (Realtek(R) Audio)',
  'Communications - Stereo Mix (Realtek High Definition Audio)',
  'Stereomix (Realtek High Definition Audio)',
  'Mixage stéréo (Realtek)',
  'Mezcla estéreo (Realtek)',
  'ステレオ ミキサー (Realtek(R) Audio)',
  'What U Hear (Sound Blaster)',
  'Wave Out Mix',
  'Monitor of Built-in Audio Analog Stereo',
  'Default - Monitor of Null Output',
  'Monitor von Internes Audio',
  'ZoomAudioDevice (Virtual)',
  'Microsoft Teams Audio Device (Virtual)',
  'Loopback: PCM (hw:1,0) Loopback Analog Stereo',
  'Dummy Input',
  'OBS Virtual Camera',
  'OBS-Camera',
  'vMix Video',
  'Dummy video device (0x0000)',
  'NDI Webcam Video 1',
];
// Among them filters of a real microphone, and names that only resemble one of the above.
const DEVICES = [
  '',
  'MacBook Pro Microphone (Built-in)',
  'Default - Internal Microphone (Realtek(R) Audio)',
  'Microphone (NVIDIA Broadcast)',
  'NVIDIA Broadcast',
  'krisp microphone (Krisp Audio)',
  'Microphone (Voicemod Virtual Audio Device (WDM))',
  'Headset (AirPods Pro)',
  'Microphone (HD Webcam C270)',
  'Built-in Audio Analog Stereo',
  'LG UltraFine Monitor Audio',
  'Microphone (Studio Display Monitor)',
  'Blue Snowball',
  'FaceTime HD Camera (Built-in)',
  'OBSBOT Tiny 4K',
  'HDMI Monitor Microphone',
  'Stereo Microphone',
  'iPhone Microphone',
  'Fake Audio Input 1',
  'Fake Default Audio Input',
  'fake_device_0',
  'Mock audio device 1',
  'Jack Mic',
  'Black Shark V2',
  'Line In (Cable Matters USB)',
];

for (const label of PROGRAMS) test(`${label} is a program`, () => assert.equal(isVirtual(label), true));
for (const label of DEVICES)
  test(`${JSON.stringify(label)} is taken for a device`, () => assert.equal(isVirtual(label), false));
