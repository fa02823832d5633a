// What has happened and was not heard yet: in any order, late or never.
#include "model/browser_moves.hpp"

namespace earshot {

// What has happened and was not heard yet, in any order.
void Lister::news() {
  if (!now.began) {
    Truth then = now;
    then.began = true;
    add("the page has looked around", Doer::news, then, {Says::environment, 0});
  }
  for (const MediaKind k : media_kinds) {
    const KindTruth& kind = now.of(k);
    if (!rules.kinds().has(k)) continue;
    if (rules.will_be_told(now, kind)) {
      Truth then = now;
      then.of(k).told = rules.shown(now, kind);
      then.of(k).witnessed = false;
      add("a change of permission is heard", Doer::news, then,
          say_permission(k, rules.shown(now, kind), true));
    }
    if (kind.reading) {
      Truth then = now;
      then.of(k).told = rules.shown(now, kind);
      then.of(k).witnessed = false;
      then.of(k).reading = false;
      add("a permission has been read", Doer::news, then, say_permission(k, rules.shown(now, kind), false));
    }
    if (now.stage == Stage::opened && (now.asked & bit(k)) != 0)
      continue;  // the page does not have the track yet
    if (kind.track == TrackTruth::ended) {
      Truth then = now;
      then.of(k).track = TrackTruth::none;
      add("a track's end is heard", Doer::news, then, say_track(Says::track_ended, k));
    }
    if (kind.track == TrackTruth::live && kind.action_untold) {
      Truth then = now;
      then.of(k).action_untold = false;
      add("the browser's own mute is heard", Doer::news, then, say_toggled(k, !kind.page_muted));
    } else if (kind.track == TrackTruth::live && now.silenced(k) != kind.mute_told) {
      Truth then = now;
      then.of(k).mute_told = now.silenced(k);
      add("a track's mute is heard", Doer::news, then,
          say_track(now.silenced(k) ? Says::track_muted : Says::track_unmuted, k));
    }
  }
  if (rules.list_will_be_told(now)) {
    Truth then = now;
    then.list_untold = false;
    then.looks = !troubles().unannounced;
    then.microphone.moved = false;
    const bool labelled =
        now.microphone.permission == Permission::granted || now.camera.permission == Permission::granted;
    const bool in_use_is_there = now.microphone.track == TrackTruth::none || now.microphone.present;
    const KindTruth& kind = now.microphone;
    add("the list of devices is heard", Doer::news, then,
        say_devices({.microphone = rules.has_sound(now),
                     .camera = now.camera.present && rules.kinds().camera,
                     .labelled = labelled,
                     .selected = in_use_is_there && !kind.used_gone,
                     .another = kind.present && kind.another,
                     .moved = kind.moved,
                     .outputs = troubles().outputs,
                     .no_output = now.no_output}));
  }
  if (now.stage == Stage::opened || now.stage == Stage::failed) {
    Truth then = now;
    then.stage = Stage::none;
    then.asked = 0;
    then.at_once = false;  // `activated` stays for what this answer leads to
    then.failing = Failing::denied;
    add("the answer is heard", Doer::news, then,
        now.stage == Stage::opened ? say_opened(kinds_of(now.asked), now.microphone.stands_in)
                                   : say_failed(now.failing, now.at_once, now.activated));
  }
  if (Rules::told_of_late(now)) {
    Truth then = now;
    then.late = Late::none;
    then.late_asks = 0;
    add("the request that was given up on is answered", Doer::news, then,
        {now.late == Late::opened ? Says::late_opened : Says::late_failed, now.late_asks});
  }
  beside();
  for (unsigned n = 0; n < counted_timers; ++n) {
    if ((now.timers & 1u << n) == 0) continue;
    // No answer is on its way for 15 s.
    const bool answered = now.stage == Stage::opened || now.stage == Stage::failed;
    if (answered && static_cast<Timer>(n) == Timer::prompt_ignored) continue;
    Truth then = now;
    then.timers = static_cast<std::uint8_t>(then.timers & ~(1u << n));
    add("a timer fires", Doer::news, then, {Says::timer, static_cast<std::uint8_t>(n)});
  }
  for (unsigned n = counted_timers; n < all_timers; ++n)
    if ((seen.running & 1u << n) != 0)
      add("a timer fires", Doer::news, now, {Says::timer, static_cast<std::uint8_t>(n)});
}

// The answers of the browser's own element, and of the request that only brings the icon back.
void Lister::beside() {
  Truth then = now;
  then.dialog = Dialog::none;
  then.dialog_asks = 0;
  const MediaKind kind = now.dialog_asks == bit(cam) ? cam : mic;
  switch (now.dialog) {
    case Dialog::none:
    case Dialog::open: break;
    case Dialog::accepted:
      add("the element's media arrive", Doer::news, then, {Says::recovered, now.dialog_asks});
      break;
    case Dialog::cancelled:
      add("the element says cancel", Doer::news, then, {Says::recovery_cancelled, bit(kind)});
      break;
    case Dialog::unusable:
      add("the element cannot be used", Doer::news, then, say_recovery_failed(Unrecovered::unusable, kind));
      break;
    case Dialog::no_device:
      add("the element finds no device", Doer::news, then, say_recovery_failed(Unrecovered::no_device, kind));
      break;
  }
  if (!Rules::told_of_quiet(now)) return;
  Truth answered = now;
  answered.quiet = Quiet::none;
  answered.quiet_asks = mic;
  const Says what = now.quiet == Quiet::opened ? Says::shown_opened : Says::shown_failed;
  add("the icon's request is answered", Doer::news, answered, {what, bit(now.quiet_asks)});
}

}  // namespace earshot
