// Devices that come and go, and what stands between them and the page.
#include "model/browser_moves.hpp"

namespace earshot {

void Lister::devices(MediaKind k) {
  const KindTruth& kind = now.of(k);
  if (!troubles().devices) return;
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
  if (troubles().system) {
    Truth then = now;
    then.of(k).by_system = !kind.by_system;
    if (!kind.by_system) end_track(then, k);
    add(kind.by_system ? "the system allows it" : "the system forbids it",
        kind.by_system ? Doer::settings : Doer::trouble, then);
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
