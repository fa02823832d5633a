// A real call inside one page: the visitor's end and the practice's end are two RTCPeerConnections that reach each other
// without a server. It knows nothing of the widget: it is handed tracks, as any calling software would be.

/** @import { FarEndMessage } from '../../widget/earshot.js' */
/** @typedef {'microphone' | 'camera'} Kind */

/**
 * @typedef {{
 *   setTrack: (kind: Kind, track: MediaStreamTrack | null) => Promise<void>,
 *   tellFarEnd: (message: FarEndMessage) => void,
 *   hangUp: () => void,
 *   negotiations: () => number,
 * }} Call
 */

/** @typedef {{
 *   onRemoteStream: (stream: MediaStream, receivers: RTCRtpReceiver[]) => void,
 *   onState: (state: RTCPeerConnectionState) => void,
 *   onMessage: (message: FarEndMessage) => void,
 * }} FarEnd */

/** Debian's WebKitGTK is built without peer connections. */
export const canCall = () => typeof RTCPeerConnection === 'function';

/**
 * @param {FarEnd} farEnd
 * @returns {Call}
 */
export function startCall(farEnd) {
  const here = new RTCPeerConnection();
  const there = new RTCPeerConnection();
  // Both lines exist from the first moment, even while no camera does: a track that comes, goes or comes back later is
  // then a `replaceTrack`, and the two ends never have to negotiate again.
  const lines = {
    microphone: here.addTransceiver('audio', { direction: 'sendonly' }),
    camera: here.addTransceiver('video', { direction: 'sendonly' }),
  };
  // Words about the caller's devices travel beside the media, so the far end knows why it hears nothing.
  const notes = { negotiated: true, id: 0 };
  const noteOut = here.createDataChannel('earshot', notes);
  const noteIn = there.createDataChannel('earshot', notes);
  let last = /** @type {FarEndMessage | undefined} */ (undefined);
  let negotiations = 0;

  passCandidates(here, there);
  passCandidates(there, here);
  const remote = new MediaStream();
  there.addEventListener('track', ({ track }) => {
    remote.addTrack(track);
    if (remote.getTracks().length === 2) farEnd.onRemoteStream(remote, there.getReceivers());
  });
  there.addEventListener('connectionstatechange', () => farEnd.onState(there.connectionState));
  noteIn.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.earshot === 1) farEnd.onMessage(message);
  });
  const sendLast = () => last && noteOut.readyState === 'open' && noteOut.send(JSON.stringify(last));
  noteOut.addEventListener('open', sendLast); // only the newest counts

  here.addEventListener('negotiationneeded', async () => {
    negotiations += 1;
    try {
      await here.setLocalDescription();
      await there.setRemoteDescription(/** @type {RTCSessionDescription} */ (here.localDescription));
      await there.setLocalDescription();
      await here.setRemoteDescription(/** @type {RTCSessionDescription} */ (there.localDescription));
    } catch (error) {
      if (here.signalingState !== 'closed') throw error; // hung up while the two ends were still talking
    }
  });

  return {
    async setTrack(kind, track) {
      if (here.signalingState !== 'closed') await lines[kind].sender.replaceTrack(track);
    },
    tellFarEnd(message) {
      last = message;
      sendLast();
    },
    hangUp() {
      here.close();
      there.close();
      farEnd.onState('closed'); // closing one's own end fires no event
    },
    negotiations: () => negotiations,
  };
}

/** @param {RTCPeerConnection} from @param {RTCPeerConnection} to */
function passCandidates(from, to) {
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate && to.signalingState !== 'closed') to.addIceCandidate(candidate).catch(() => {});
  });
}
