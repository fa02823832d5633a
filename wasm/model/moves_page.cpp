// The page on the screen, and its sound.
#include "model/browser_moves.hpp"

namespace earshot {

void Lister::page() {
  if (!now.began) return;
  if (troubles().hiding && now.visible) {
    Truth then = now;
    then.visible = false;
    // The element's own dialog goes with the tab (M, Chromium 5.3).
    if (now.dialog == Dialog::open) then.dialog = Dialog::cancelled;
    add("the page is hidden", Doer::trouble, then, {Says::page, static_cast<std::uint8_t>(PageNews::hidden)});
  }
  if (troubles().focus && now.visible && now.in_front) {
    Truth then = now;
    then.in_front = false;
    add("another window is in front", Doer::trouble, then,
        {Says::page, static_cast<std::uint8_t>(PageNews::unfocused)});
  }
  if (troubles().absence && now.visible) {
    add("the computer slept", Doer::trouble, now, {Says::page, static_cast<std::uint8_t>(PageNews::slept)});
    if (!rules.chromium() && now.stage == Stage::none) {
      Truth then = now;
      for (const MediaKind k : media_kinds) end_track(then, k);
      add("back from the browser's cache", Doer::trouble, then,
          {Says::page, static_cast<std::uint8_t>(PageNews::restored)});
    }
  }
  const bool measured = now.listening && now.microphone.track == TrackTruth::live && !now.disabled &&
                        !now.microphone.switched_off && !now.silenced(mic) && now.visible;
  if (troubles().silence && measured && now.stage != Stage::opened) {
    const bool silent = (now.microphone.busy && !rules.chromium()) || (now.no_output && rules.gecko());
    add("exact silence", Doer::trouble, now, {Says::level, static_cast<std::uint8_t>(Sound::silence)});
    if (troubles().starving)
      add("no samples", Doer::trouble, now, {Says::level, static_cast<std::uint8_t>(Sound::starved)});
    if (!silent) add("a sound", Doer::news, now, {Says::level, static_cast<std::uint8_t>(Sound::speech)});
  }
  // The first picture may take 5 to 10 s (M, S), a camera may freeze, a lid may be over it.
  const bool films =
      troubles().pictures && (seen.held & bit(cam)) != 0 && now.camera.track == TrackTruth::live;
  if (films && !now.silenced(cam) && now.visible) {
    add("no picture", Doer::trouble, now, {Says::frames, 0});
    add("pictures", Doer::news, now, {Says::frames, 1});
  }
  if (films && !now.visible) add("nobody looks at the pictures", Doer::trouble, now, {Says::frames, 2});
  if (troubles().sound && (now.listening || now.sound_gone)) {
    Truth then = now;
    then.sound_gone = !now.sound_gone;
    const auto state = now.sound_gone ? AudioContextState::running : AudioContextState::interrupted;
    add(now.sound_gone ? "the sound is back" : "the system takes the sound",
        now.sound_gone ? Doer::news : Doer::trouble, then,
        {Says::sound_context, static_cast<std::uint8_t>(state)});
  }
}

// Another page of the browser captures: all others are muted, and stay so until the browser's own button or
// a request (S, T, WebKit B1, A7).
void Lister::other_pages() {
  if (!troubles().other_pages || !rules.webkit()) return;
  const bool captures = now.microphone.track == TrackTruth::live || now.camera.track == TrackTruth::live;
  if (captures && !now.microphone.page_muted) {
    Truth then = now;
    for (const MediaKind k : media_kinds) {
      if (!rules.kinds().has(k)) continue;
      then.of(k).page_muted = true;
      then.of(k).action_untold = now.of(k).track == TrackTruth::live;
    }
    add("another page captures", Doer::trouble, then);
  }
  for (const MediaKind k : media_kinds) {
    if (!now.of(k).page_muted || now.of(k).track != TrackTruth::live) continue;
    Truth then = now;
    then.of(k).page_muted = false;
    then.of(k).action_untold = true;
    add("unmuted with the browser's own button", Doer::act, then);
  }
}

void Lister::coming_back() {
  if (!now.visible || !now.in_front) {
    Truth then = now;
    then.visible = then.in_front = then.looks = true;
    for (const MediaKind k : media_kinds)  // the glue looks at once, also where no event would come
      if (rules.kinds().has(k) && !rules.announces() && rules.news(now, now.of(k))) then.of(k).reading = true;
    add("the page is seen again", Doer::act, then, {Says::page, static_cast<std::uint8_t>(PageNews::seen)});
  }
}

}  // namespace earshot
