// What the visitor answers to the browser's own questions.
#include "model/browser_moves.hpp"

namespace earshot {

// Another question of this tab comes first (M, Chromium 14), the system asks, the sound server hangs, or
// nobody ever answers (DuckDuckGo's and other embedded browsers): the page hears nothing. Then it goes on as
// if it had been made just now.
void Lister::hanging() {
  if (!troubles().hanging) return;
  if (now.stage == Stage::prompting || now.stage == Stage::opened ||
      (now.stage == Stage::failed && now.at_once)) {
    Truth then = now;
    if (now.stage == Stage::opened)
      for (const MediaKind k : media_kinds)
        if ((now.asked & bit(k)) != 0) then.of(k).track = TrackTruth::none;
    then.stage = Stage::hung;
    then.at_once = false;
    then.failing = Failing::denied;
    add("the request is not answered", Doer::trouble, then);
  }
  if (now.stage == Stage::hung) {
    Truth then = now;
    request(rules, then, now.asked, now.activated);
    then.at_once = false;
    // What would ask is behind a question that can be answered. What would not may never come.
    const bool behind_a_question = then.stage == Stage::prompting;
    add(behind_a_question ? "the other question is answered" : "the request goes on",
        behind_a_question ? Doer::act : Doer::trouble, then);
  }
  if (now.late == Late::pending) {
    Truth then = now;
    then.late = opens_unasked(rules, now, now.late_asks) ? Late::opened : Late::failed;
    add("the request that was given up on goes on", Doer::trouble, then);
  }
}

// Nothing was to be asked, and yet (M, Chromium 156, where a week's block had just been lifted).
void Lister::cut_off() {
  if (!troubles().cancelled || !rules.chromium() || now.stage != Stage::opened) return;
  Truth then = now;
  for (const MediaKind k : media_kinds)
    if ((now.asked & bit(k)) != 0) then.of(k).track = TrackTruth::none;
  fail(then, Failing::cancelled, true);
  add("the request is cut off", Doer::trouble, then);
}

void Lister::prompt() {
  if (now.stage == Stage::held && rules.attends(now)) {
    Truth then = now;
    request(rules, then, now.asked, now.activated);
    then.at_once = false;
    add("the held request goes on", Doer::news, then);
  }
  if (now.stage != Stage::prompting || !rules.attends(now)) return;
  cancelled();
  Truth granted = now, denied = now, hidden = now, dismissed = now;
  bool embargo = false, open = false;
  for (const MediaKind k : media_kinds)
    open = open || ((now.asked & bit(k)) != 0 && now.of(k).permission != Permission::granted);
  for (const MediaKind k : media_kinds) {
    if ((now.asked & bit(k)) == 0) continue;
    // Chromium leaves out what it has granted. What was set elsewhere meanwhile leaves the question open: its
    // own answer decides (M: Chromium 2.1, 2.2; Gecko A9).
    const bool named = rules.gecko() || !open || now.of(k).permission != Permission::granted;
    if (!named) continue;
    set(granted.of(k), Permission::granted);
    granted.of(k).once = troubles().once;
    // WebKit keeps it to itself: what this page may ask by itself (M, A2 to A4).
    if (!rules.webkit()) set(denied.of(k), Permission::denied);
    else if (kinds_of(now.asked).both()) denied.refused_together = true;
    else denied.of(k).refused = true;
    set(hidden.of(k), Permission::denied, true);
    std::uint8_t& count = dismissed.of(k).dismissals;
    if (count < dismissals_before_embargo) ++count;
    if (count == dismissals_before_embargo) set(dismissed.of(k), Permission::denied);
    embargo = embargo || count == dismissals_before_embargo;
  }
  // One question for both requests.
  if (now.quiet == Quiet::prompting && (now.asked & bit(now.quiet_asks)) != 0) {
    granted.quiet = Quiet::opened;
    denied.quiet = hidden.quiet = dismissed.quiet = Quiet::failed;
  }
  succeed(rules, granted);
  add("the visitor allows", Doer::act, granted);
  fail(denied, Failing::denied, false);
  add("the visitor refuses", Doer::trouble, denied);
  if (rules.gecko() && troubles().secrets) {
    fail(hidden, Failing::denied, false);
    add("the visitor refuses, for this tab", Doer::trouble, hidden);
  }
  if (rules.chromium() && troubles().closing) {
    if (open) {
      fail(dismissed, Failing::dismissed, false);
    } else {  // allowed elsewhere: to close it is enough (M: Chromium 2.2)
      for (const MediaKind k : media_kinds) {
        dismissed.of(k).permission = now.of(k).permission;
        dismissed.of(k).dismissals = now.of(k).dismissals;
      }
      succeed(rules, dismissed);
    }
    add(embargo && open ? "the visitor closes the third prompt" : "the visitor closes the prompt",
        Doer::trouble, dismissed);
  }
}

// The browser has allowed it, the system has not been asked yet. Chromium on a Mac and Firefox have stored
// the grant by then (S, Chromium 2.8, Gecko A11); Chrome on Android stores it after Android's own answer, and
// calls a refusal a question that was closed (S, Chromium 2.6), or plainly denied where the site was allowed
// before (2.7).
void Lister::system_asks() {
  if (!troubles().system_asks) return;
  const bool android = rules.world.start.environment.os == Os::android;
  const auto asked = [&](MediaKind k) { return (now.asked & bit(k)) != 0; };
  if (now.stage == Stage::opened || (android && now.stage == Stage::prompting && rules.attends(now))) {
    Truth then = now;
    if (now.stage == Stage::opened)
      for (const MediaKind k : media_kinds)
        if (asked(k)) then.of(k).track = TrackTruth::none;
    then.stage = Stage::system;
    add("the system asks", Doer::news, then);
  }
  if (now.stage != Stage::system || !now.visible) return;
  Truth allowed = now, refused = now;
  bool to_be_asked = false;
  for (const MediaKind k : media_kinds) {
    if (!asked(k)) continue;
    to_be_asked = to_be_asked || now.of(k).permission != Permission::granted;
    set(allowed.of(k), Permission::granted);
    if (!android) refused.of(k).by_system = true;
  }
  succeed(rules, allowed);
  add("the visitor allows it in the system", Doer::act, allowed);
  if (!android) {
    fail(refused, Failing::by_system, false);
  } else if (rules.chromium() && to_be_asked) {
    for (const MediaKind k : media_kinds) {
      if (!asked(k)) continue;
      std::uint8_t& count = refused.of(k).dismissals;
      if (count < dismissals_before_embargo) ++count;
      if (count == dismissals_before_embargo) set(refused.of(k), Permission::denied);
    }
    fail(refused, Failing::dismissed, false);
  } else {
    fail(refused, Failing::denied, false);
  }
  add("the visitor refuses it in the system", Doer::trouble, refused);
}

// Another frame of the tab asks, fullscreen begins, a side panel cannot show it; Firefox's "Not now", where a
// device of the tab is in use; WebKit's sheet goes away with its frame. Nothing is set, and nothing is
// counted. (Chromium 1.8 S, Gecko A4 to A6 M, WebKit A14 S)
void Lister::cancelled() {
  if (!troubles().cancelled) return;
  Truth then = now;
  fail(then, Failing::cancelled, true);
  add("the question goes away", Doer::trouble, then);
  if (!rules.gecko()) return;
  fail(then, Failing::cancelled, false);
  add("the visitor says: not now", Doer::trouble, then);
}

// The permission was reset a moment before: the icon's request asks after all.
void Lister::quiet_prompt() {
  if (now.quiet != Quiet::prompting || !now.visible || now.stage == Stage::prompting) return;
  Truth granted = now, denied = now;
  set(granted.of(now.quiet_asks), Permission::granted);
  granted.of(now.quiet_asks).once = troubles().once;
  granted.quiet = granted.of(now.quiet_asks).present ? Quiet::opened : Quiet::failed;
  add("the visitor allows", Doer::act, granted);
  set(denied.of(now.quiet_asks), Permission::denied);  // WebKit has no such icon
  denied.quiet = Quiet::failed;
  add("the visitor refuses", Doer::trouble, denied);
}

// What a visitor can answer there. An administrator's dialog has only the second one.
void Lister::dialog() {
  if (now.dialog != Dialog::open || !now.visible) return;
  Truth accepted = now;
  accept(accepted);
  add("the visitor allows it this time", Doer::act, accepted);
  Truth cancelled = now;
  cancelled.dialog = Dialog::cancelled;
  add("the visitor continues not allowing", Doer::trouble, cancelled);
  if (!troubles().elements) return;
  accepted.dialog = Dialog::none;
  accepted.dialog_asks = 0;
  add("the visitor allows it, and no media come", Doer::trouble, accepted);
}

}  // namespace earshot
