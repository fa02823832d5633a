// The browser's own answers, held back until the test lets them through.
(() => {
  /** @type {(() => void)[]} */
  let waiting = [];
  const prototype = MediaDevices.prototype;
  const { getUserMedia } = prototype;
  prototype.getUserMedia = async function (constraints) {
    await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    return getUserMedia.call(this, constraints);
  };
  Object.assign(globalThis, { slowMicrophone: {
    arrive() {
      for (const go of waiting.splice(0)) go();
    },
  } });
})();
