// The browser's own streams, held back until the test lets them through. (Asked while hidden, Firefox and WebKit would wait.)
(() => {
  /** @type {(() => void)[]} */
  const waiting = [];
  const prototype = MediaDevices.prototype;
  const { getUserMedia } = prototype;
  prototype.getUserMedia = async function (constraints) {
    const stream = await getUserMedia.call(this, constraints);
    await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    return stream;
  };
  Object.assign(globalThis, {
    slowMicrophone: {
      waiting: () => waiting.length,
      arrive() {
        for (const go of waiting.splice(0)) go();
      },
    },
  });
})();
