// Guard mode: the site's own SDK opens the media, when the way is clear or when it likes.
#include "model/browser_moves.hpp"

namespace earshot {

// Guard mode: the site's own SDK opens the media, when the way is clear or when it likes.
void Lister::host() {
  if (!rules.world.start.settings.guard || !now.began) return;
  const auto can_open = [&](MediaKind k) {
    const KindTruth& kind = now.of(k);
    return kind.track == TrackTruth::none && now.stage == Stage::none &&
           opens_allowed(rules, now, k, bit(k)) && kind.present;
  };
  const auto opened = [&](Kinds kinds) {
    Truth then = now;
    then.host_opens = false;
    for (const MediaKind k : media_kinds)
      if (kinds.has(k)) start_track(rules, then, k);
    return then;
  };
  if (can_open(mic)) {
    add("the host opens its stream", now.host_opens ? Doer::news : Doer::trouble, opened(just(mic)),
        {Says::attached, bit(mic)});
    if (rules.kinds().camera && can_open(cam))
      add("the host opens voice and picture", now.host_opens ? Doer::news : Doer::trouble,
          opened({true, true}), {Says::attached, bits({true, true})});
  }
  if (now.microphone.track == TrackTruth::live && seen.of_host) {
    Truth then = now;
    for (const MediaKind k : media_kinds)
      if ((seen.held & bit(k)) != 0) then.of(k).track = TrackTruth::none;
    add("the host takes its stream back", Doer::trouble, then, {Says::detached, seen.held});
  }
  // Another device: in WebKit the page's second capture of a kind ends the first (S, WebKit B10).
  if (troubles().reopens && rules.webkit() && now.stage == Stage::none && now.microphone.present &&
      now.microphone.track == TrackTruth::live && seen.of_host && opens_allowed(rules, now, mic, bit(mic))) {
    Truth then = now;
    then.host_opens = true;
    end_track(then, mic);
    add("the host opens another microphone", Doer::trouble, then);
  }
  if (troubles().site && now.microphone.track == TrackTruth::none && now.stage == Stage::none) {
    Truth then = now;
    then.host_opens = then.microphone.switched_off = false;  // it wants it on
    for (const Failing how : {Failing::denied, Failing::not_readable})
      add("the host's own request fails", Doer::trouble, then, say_host_failed(just(mic), how));
  }
}

// The page's own scripts: in guard mode the host's mute and hang up, elsewhere whatever a kit does with the
// stream that it was given. No event tells of it; the glue looks. (Field kinds L and M, measured.)
void Lister::site(MediaKind k) {
  if (!troubles().site || !now.began || (seen.held & bit(k)) == 0 || now.of(k).track != TrackTruth::live)
    return;
  Truth stopped = now;
  stopped.of(k).track = TrackTruth::none;
  add("the page's own script stops the track", Doer::trouble, stopped, say_track(Says::track_stopped, k));
  const bool off = now.of(k).switched_off;
  Truth switched = now;
  switched.of(k).switched_off = !off;
  if (off && k == mic) switched.disabled = false;  // who is let be heard there is not muted here any more
  add(off ? "the page's own button switches on" : "the page's own button switches off",
      off ? Doer::act : Doer::trouble, switched, say_switched(k, off));
  // Firefox has stopped the device meanwhile, and cannot have it back (S, Gecko C7).
  if (!off || k != cam || !rules.gecko()) return;
  end_track(switched, cam);
  add("the camera that is switched on again does not start", Doer::trouble, switched);
}

}  // namespace earshot
