// What is changed in the browser's settings.
#include "model/browser_moves.hpp"

namespace earshot {

void Lister::settings(MediaKind k) {
  const KindTruth& kind = now.of(k);
  if (kind.permission != Permission::granted || kind.secret || kind.once) {
    Truth then = now;
    // Firefox: granted secretly is granted already. WebKit remembers what this page was refused.
    set(then.of(k), Permission::granted);
    then.of(k).dismissals = 0;
    if (!(packed(then) == packed(now))) add("allowed in the settings", Doer::settings, then);
  }
  // Firefox's database never stops a track; WebKit forgets what it allowed, and the track goes on (S, A23).
  if (troubles().blocks && kind.permission != Permission::denied) {
    Truth then = now;
    const bool unshown = rules.webkit() && !kind.refused && !now.refused_together;
    set(then.of(k), Permission::denied, unshown);
    if (rules.chromium()) end_tracks(rules, then, k);
    add("blocked in the settings", Doer::trouble, then);
  }
  if (troubles().resets && kind.permission != Permission::prompt) {
    Truth then = now;
    for (const MediaKind each : media_kinds) {
      if (each != k && !rules.gecko()) continue;  // Firefox's panel takes both away
      if (!rules.kinds().has(each)) continue;
      set(then.of(each), Permission::prompt);
      then.of(each).dismissals = 0;
      then.of(each).refused = then.refused_together = false;
      if (!rules.webkit()) end_tracks(rules, then, each);
    }
    add("reset in the settings", Doer::trouble, then);
    // Firefox: by its own button while another request of the page waits, which is refused with it. Its panel
    // stays, and whatever is chosen there sets the permission and opens nothing (M, Gecko A7).
    if (rules.gecko() && now.stage == Stage::prompting && kind.track == TrackTruth::live) {
      fail(then, Failing::cancelled, false);
      add("sharing is stopped, and the question fails", Doer::trouble, then);
    }
  }
  if (!troubles().secrets || !rules.gecko() || kind.permission != Permission::granted || kind.secret) return;
  Truth then = now;
  then.of(k).secret = true;
  if (kind.track == TrackTruth::none && now.stage == Stage::none)
    add("a one-time grant is over", Doer::trouble, then);
  // Blocked or reset in another tab: here the grant of the device stays (M, Gecko B3).
  then.of(k).permission = Permission::prompt;
  if (kind.track == TrackTruth::live) add("another tab takes the grant back", Doer::trouble, then);
}

// What was granted for this visit ends with it.
void Lister::visit() {
  if (!troubles().once) return;
  const auto over = [&](MediaKind k) {
    return now.of(k).once && now.of(k).permission == Permission::granted;
  };
  if (!over(mic) && !over(cam)) return;
  Truth then = now;
  for (const MediaKind k : media_kinds)
    if (over(k)) set(then.of(k), Permission::prompt);
  if (rules.webkit()) {
    // Nothing has been captured for 1 or 10 minutes, the visitor's own mute counted; no event (M, A10, B7).
    const bool captures = (now.microphone.track == TrackTruth::live && !now.silenced(mic) && !now.disabled) ||
                          (now.camera.track == TrackTruth::live && !now.silenced(cam));
    if (!captures) add("the browser forgets what it allowed", Doer::trouble, then);
    // Safari's own button for one kind: the grants of both are gone (S, M, B8).
    for (const MediaKind k : media_kinds) {
      if (now.of(k).track != TrackTruth::live) continue;
      Truth stopped = then;
      end_track(stopped, k);
      add("stopped with the browser's own button", Doer::trouble, stopped);
    }
    return;
  }
  if (!rules.chromium()) return;
  // The computer sleeps: the grant is deleted, and its tracks end (S, Chromium 3.1).
  Truth slept = then;
  for (const MediaKind k : media_kinds)
    if (over(k)) end_tracks(rules, slept, k);
  add("the computer slept, and what was granted once is over", Doer::trouble, slept,
      {Says::page, static_cast<std::uint8_t>(PageNews::slept)});
  // After 16 hours, also in use (S, Chromium 3.2).
  add("what was granted once is over", Doer::trouble, slept);
  // Hidden for 5 minutes, without a capture of that kind (S, Chromium 3.3).
  if (now.visible) return;
  for (const MediaKind k : media_kinds) {
    if (!over(k) || now.of(k).track != TrackTruth::none) continue;
    Truth unused = now;
    set(unused.of(k), Permission::prompt);
    add("what was granted once has not been used for long", Doer::trouble, unused);
  }
}

}  // namespace earshot
