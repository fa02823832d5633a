// What is changed in the browser's settings.
#include "model/browser_moves.hpp"

namespace earshot {

void Lister::settings(MediaKind k) {
  const KindTruth& kind = now.of(k);
  if (kind.permission != Permission::granted || kind.secret) {
    Truth then = now;
    // Firefox: granted secretly is granted already; WebKit: this page was denied before.
    set(then.of(k), Permission::granted, rules.webkit() && kind.permission != Permission::prompt);
    then.of(k).dismissals = 0;
    if (!(packed(then) == packed(now))) add("allowed in the settings", Doer::settings, then);
  }
  if (troubles().blocks && kind.permission != Permission::denied) {
    Truth then = now;
    set(then.of(k), Permission::denied);
    if (!rules.gecko()) end_tracks(rules, then, k);  // Firefox's database never stops a track
    add("blocked in the settings", Doer::trouble, then);
    if (rules.webkit() && troubles().secrets) {
      then.of(k).secret = true;
      add("blocked for good in Safari's settings", Doer::trouble, then);
    }
  }
  if (troubles().resets && kind.permission != Permission::prompt) {
    Truth then = now;
    for (const MediaKind each : media_kinds) {
      if (each != k && !rules.gecko()) continue;  // Firefox's panel takes both away
      if (!rules.kinds().has(each)) continue;
      set(then.of(each), Permission::prompt);
      then.of(each).dismissals = 0;
      end_tracks(rules, then, each);
    }
    add("reset in the settings", Doer::trouble, then);
  }
  if (rules.gecko() && troubles().secrets && kind.permission == Permission::granted && !kind.secret &&
      kind.track == TrackTruth::none && now.stage == Stage::none) {
    Truth then = now;
    then.of(k).secret = true;
    add("a one-time grant is over", Doer::trouble, then);
  }
}

}  // namespace earshot
