// Devices that come and go, and what stands between them and the page.
#include "model/browser_moves.hpp"

namespace earshot {

void Lister::devices(MediaKind k) {
  const KindTruth& kind = now.of(k);
  if (k == mic) {
    several();
    outputs();
  }
  if (!troubles().devices) return;
  if (k == mic && kind.another) return;  // which of them that is, several() says
  Truth then = now;
  then.of(k).present = !kind.present;
  then.list_untold = true;
  if (kind.present) end_track(then, k);
  const Doer mends = k == cam ? Doer::camera : Doer::act;
  add(kind.present ? "unplugged" : "plugged in", kind.present ? Doer::trouble : mends, then);
  if (kind.track == TrackTruth::live) {
    Truth ended = now;
    end_track(ended, k);
    add("the track ends, nothing else", Doer::trouble, ended);
  }
}

// A second microphone, which comes and goes, and becomes the default. Where the one in use goes, its track
// ends (Gecko C3 M; Chromium on Windows and macOS 4.3 S) or goes on with the other one (Chromium on Linux 4.3
// M; WebKit D4 S).
void Lister::several() {
  if (!troubles().several || !now.microphone.present) return;
  const KindTruth& kind = now.microphone;
  Truth then = now;
  then.microphone.another = !kind.another;
  then.list_untold = true;
  add(kind.another ? "the other microphone goes" : "another microphone is there", Doer::trouble, then);
  if (!kind.another) return;
  const Os os = rules.world.start.environment.os;
  const bool goes_on = rules.webkit() || (rules.chromium() && os != Os::windows && os != Os::macos);
  then.microphone.moved = goes_on && rules.webkit();
  then.microphone.used_gone = true;
  if (!goes_on) end_track(then, mic);
  add("the microphone in use goes, and another is there", Doer::trouble, then);
  if (kind.moved) return;
  Truth moved = now;
  moved.microphone.moved = moved.list_untold = true;
  add("the other one is the default now", Doer::trouble, moved);
}

// The last loudspeaker or headset.
void Lister::outputs() {
  if (!troubles().outputs) return;
  Truth then = now;
  then.no_output = !now.no_output;
  then.list_untold = true;
  add(now.no_output ? "there is a loudspeaker again" : "the last loudspeaker goes",
      now.no_output ? Doer::act : Doer::trouble, then);
}

void Lister::rarer(MediaKind k) {
  const KindTruth& kind = now.of(k);
  if (troubles().busy) {
    Truth then = now;
    then.of(k).busy = !kind.busy;
    add(kind.busy ? "another program lets go" : "another program takes it",
        !kind.busy ? Doer::trouble
        : k == cam ? Doer::camera
                   : Doer::act,
        then);
  }
  if (troubles().system || (troubles().system_asks && kind.by_system)) {
    Truth then = now;
    then.of(k).by_system = !kind.by_system;
    if (!kind.by_system) end_track(then, k);
    add(kind.by_system ? "the system allows it" : "the system forbids it",
        kind.by_system ? Doer::settings : Doer::trouble, then);
  }
  if (troubles().toggles && rules.gecko() && (kind.track == TrackTruth::live || kind.page_muted)) {
    Truth then = now;
    then.of(k).page_muted = !kind.page_muted;
    add(kind.page_muted ? "unmuted with the browser's own button" : "muted with the browser's own button",
        kind.page_muted ? Doer::act : Doer::trouble, then);
  }
  // Desktop Firefox says nothing of a muted source: it gives zeros (M, Gecko D1, D2). On Android a camera in
  // the background is muted.
  const bool says_so = !rules.gecko() || rules.world.start.environment.form != Form::desktop;
  if (troubles().mutes && says_so && kind.track == TrackTruth::live) {
    Truth then = now;
    then.of(k).muted = !kind.muted;
    add(kind.muted ? "the system unmutes" : "the system mutes", kind.muted ? Doer::news : Doer::trouble,
        then);
  }
}

}  // namespace earshot
