// Call software that opens the microphone itself, once the way is clear.
(() => {
  /** @type {MediaStream | undefined} */
  let own;
  document.addEventListener('earshot-cleared', async () => {
    own = await navigator.mediaDevices.getUserMedia({ audio: true });
    call.connect(own);
    witness.widget().attach(own);
  });
  Object.assign(globalThis, { software: { own: () => own?.getTracks().map((track) => track.readyState) } });
})();
