// Call software that opens the microphone itself, once the way is clear, and reports where it cannot.
(() => {
  /** @type {MediaStream | undefined} */
  let own;
  /** @type {MediaStreamConstraints} */
  let wanted = { audio: true };
  /** @param {MediaStreamConstraints} [what] */
  async function open(what = wanted) {
    try {
      own = await navigator.mediaDevices.getUserMedia(what);
    } catch (error) {
      return witness.widget().report(/** @type {Error} */ (error));
    }
    call.connect(own);
    witness.widget().attach(own);
  }
  document.addEventListener('earshot-cleared', () => open());
  Object.assign(globalThis, {
    software: {
      open,
      /** @param {MediaStreamConstraints} what  From now on. */
      want: (what) => (wanted = what),
      own: () => own?.getTracks().map((track) => track.readyState),
    },
  });
})();
