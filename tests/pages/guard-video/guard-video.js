// Call software that opens voice and picture itself, and turns its own camera off as call kits do: it stops the track.
(() => {
  /** @type {MediaStream | undefined} */
  let own;
  /** @param {MediaStreamConstraints} what */
  async function open(what) {
    own = await navigator.mediaDevices.getUserMedia(what);
    witness.widget().attach(own);
  }
  Object.assign(globalThis, {
    software: {
      open,
      stopCamera: () => own?.getVideoTracks().forEach((track) => track.stop()),
      tracks: () =>
        own
          ?.getTracks()
          .map(({ kind, readyState }) => `${kind} ${readyState}`)
          .sort(),
    },
  });
})();
