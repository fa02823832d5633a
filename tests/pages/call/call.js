// A host as small as it can be: it sends what the widget gives it, and swaps the track when the widget says so.
(() => {
  /** @type {RTCPeerConnection | undefined} */
  let near;
  /** @type {RTCPeerConnection | undefined} */
  let far;
  /** @type {RTCRtpSender | undefined} */
  let sender;
  let negotiations = 0;

  /** @param {RTCPeerConnection} from @param {RTCPeerConnection} to */
  async function negotiate(from, to) {
    negotiations += 1;
    await from.setLocalDescription();
    await to.setRemoteDescription(/** @type {RTCSessionDescription} */ (from.localDescription));
    await to.setLocalDescription();
    await from.setRemoteDescription(/** @type {RTCSessionDescription} */ (to.localDescription));
  }

  /** @param {MediaStream} stream */
  function connect(stream) {
    if (near || !globalThis.RTCPeerConnection) return; // Debian builds WebKitGTK without calls
    const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
    [near, far] = [a, b];
    a.onicecandidate = ({ candidate }) => candidate && b.addIceCandidate(candidate);
    b.onicecandidate = ({ candidate }) => candidate && a.addIceCandidate(candidate);
    b.ontrack = ({ track }) => {
      /** @type {HTMLAudioElement} */ (document.querySelector('audio')).srcObject = new MediaStream([track]);
    };
    a.onnegotiationneeded = () => negotiate(a, b);
    const [voice] = stream.getAudioTracks();
    if (voice) sender = a.addTrack(voice, stream);
  }
  document.addEventListener('earshot-stream', (event) =>
    connect(/** @type {CustomEvent<{ stream: MediaStream }>} */ (event).detail.stream),
  );
  document.addEventListener('earshot-track-replaced', (event) => {
    const { kind, track } = /** @type {CustomEvent} */ (event).detail;
    if (kind === 'microphone') sender?.replaceTrack(track);
  });

  Object.assign(globalThis, {
    call: {
      connect,
      negotiations: () => negotiations,
      state: () => near?.connectionState,
      /** The sound energy that has reached the far end so far. */
      async heard() {
        let energy = 0;
        (await far?.getStats())?.forEach((each) => {
          if (each.type === 'inbound-rtp' && each.kind === 'audio') energy = each.totalAudioEnergy ?? 0;
        });
        return energy;
      },
    },
  });
})();
