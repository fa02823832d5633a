// On Linux Chromium never says where its default points. This list says so, in the way in which it does elsewhere, and so does a
// track of the default; which device that is, is the system's own choice, and real.
(() => {
  let name = '';
  let group = ''; // of the device that the default stands for
  const { enumerateDevices } = MediaDevices.prototype;
  MediaDevices.prototype.enumerateDevices = async function () {
    const devices = await enumerateDevices.call(this);
    const chosen = devices.find(({ label }) => name !== '' && label.startsWith(name));
    group = chosen?.groupId ?? '';
    return devices.map((device) =>
      chosen && device.deviceId === 'default'
        ? /** @type {MediaDeviceInfo} */ (
            Object.defineProperties(device, {
              groupId: { value: group },
              label: { value: `Default - ${chosen.label}` },
            })
          )
        : device,
    );
  };
  const { getSettings } = MediaStreamTrack.prototype;
  MediaStreamTrack.prototype.getSettings = function () {
    const settings = getSettings.call(this);
    return settings.deviceId === 'default' && group !== '' ? { ...settings, groupId: group } : settings;
  };
  Object.assign(globalThis, {
    /** @param {string} to  Of the microphone with this name. */
    async moveDefault(to) {
      name = to;
      await navigator.mediaDevices.enumerateDevices();
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    },
  });
})();
