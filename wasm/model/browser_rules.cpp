#include "model/browser_rules.hpp"

namespace earshot {

void set(KindTruth& kind, Permission permission, bool secret) {
  kind.permission = permission;
  kind.secret = secret;
  kind.once = false;
}

void fail(Truth& t, Failing how, bool at_once) {
  t.stage = Stage::failed;
  t.failing = how;
  t.at_once = at_once;
}

void succeed(const Rules& rules, Truth& t) {
  const Kinds asked = kinds_of(t.asked);
  for (const MediaKind k : media_kinds)
    if (asked.has(k) && t.of(k).by_system && !rules.webkit()) return fail(t, Failing::by_system, false);
  for (const MediaKind k : media_kinds) {
    if (!asked.has(k)) continue;
    if (!rules.has(t, k))
      return fail(t, rules.constant_lists() ? Failing::denied : Failing::not_found, false);
    if (t.of(k).busy && rules.chromium())
      return fail(t, Failing::not_readable, true);  // elsewhere the track is silent
  }
  t.stage = Stage::opened;
  t.tied = asked.both();
  for (const MediaKind k : media_kinds) {
    if (!asked.has(k)) continue;
    start_track(rules, t, k);
    t.of(k).muted = rules.webkit() && t.sound_gone;  // it may start so, and says it afterwards (S, C15)
    t.of(k).refused = t.of(k).used_gone = false;
    t.of(k).stands_in = !t.of(k).present;
  }
}

void request(const Rules& rules, Truth& t, std::uint8_t kinds, bool pressed) {
  t.asked = kinds;
  t.activated = pressed;
  bool missing = false, refused = false, by_system = false, prompts = false;
  for (const MediaKind k : media_kinds) {
    if ((kinds & bit(k)) == 0) continue;
    const KindTruth& kind = t.of(k);
    if (rules.world.start.environment.policy(k) == Policy::forbidden) refused = true;
    missing = missing || !rules.has(t, k);
    refused = refused || rules.refuses(t, k, kinds, pressed);
    by_system = by_system || kind.by_system;
    prompts = prompts || rules.prompts_for(t, kind);
  }
  // In the middle of a phone call a new request ends what is held (S, WebKit C3).
  if (rules.webkit() && t.sound_gone)
    for (const MediaKind k : media_kinds) end_track(t, k);
  // Devices are looked for before permissions, in all three engines; with resistFingerprinting that shows as
  // a refusal (M, Gecko F3).
  if (missing && rules.constant_lists()) return fail(t, Failing::denied, true);
  if (missing) return fail(t, Failing::not_found, true);
  if (refused) {
    for (const MediaKind k : media_kinds)  // from now on a stored Deny is shown as such (T, WebKit A4)
      if ((kinds & bit(k)) != 0 && rules.webkit()) t.of(k).secret = false;
    return fail(t, Failing::denied, true);
  }
  // Chromium and Firefox look at the system's settings after their own question (S, Chromium 1.5, Gecko A11),
  // WebKit before its sheet (S, WebKit A16).
  if (by_system && (rules.webkit() || !prompts)) return fail(t, Failing::by_system, true);
  if (rules.gecko() && t.visible && !t.in_front) t.stage = Stage::held;
  else if (prompts) t.stage = Stage::prompting;
  else if (!t.visible && !rules.chromium()) t.stage = Stage::held;  // until the page is seen again
  else succeed(rules, t);
}

void abandon(const Rules& rules, Truth& t) {
  const bool answered = t.stage == Stage::opened || t.stage == Stage::failed;
  t.late = t.stage == Stage::opened ? Late::opened : t.stage == Stage::failed ? Late::failed : Late::pending;
  t.late_asks = t.asked;
  // Elsewhere than where requests hang, one prompt answers both, and the old one is never heard of.
  if (!answered && !rules.world.troubles.hanging) {
    t.late = Late::none;
    t.late_asks = 0;
  }
  if (t.stage == Stage::opened)
    for (const MediaKind k : media_kinds)
      if ((t.asked & bit(k)) != 0) t.of(k).track = TrackTruth::none;
  t.stage = Stage::none;
  t.asked = 0;
  t.at_once = false;
  t.failing = Failing::denied;
}

bool opens_allowed(const Rules& rules, const Truth& t, MediaKind k, std::uint8_t kinds) {
  return t.of(k).permission == Permission::granted && !rules.prompts_for(t, t.of(k)) &&
         !rules.refuses(t, k, kinds, false);
}

bool opens_unasked(const Rules& rules, const Truth& t, std::uint8_t kinds) {
  for (const MediaKind k : media_kinds) {
    if ((kinds & bit(k)) == 0) continue;
    const KindTruth& kind = t.of(k);
    if (!rules.has(t, k) || kind.by_system || (kind.busy && rules.chromium()) ||
        !opens_allowed(rules, t, k, kinds))
      return false;
  }
  return true;
}

void show_where(const Rules& rules, Truth& t, MediaKind k) {
  const KindTruth& kind = t.of(k);
  t.quiet_asks = k;
  if (!kind.present || kind.by_system || rules.refuses(t, k, bit(k), true)) t.quiet = Quiet::failed;
  else if (rules.prompts_for(t, kind)) t.quiet = Quiet::prompting;
  else t.quiet = kind.busy ? Quiet::failed : Quiet::opened;
}

void accept(Truth& t) {
  bool missing = false;
  for (const MediaKind k : media_kinds) {
    if ((t.dialog_asks & bit(k)) == 0) continue;
    set(t.of(k), Permission::granted);
    missing = missing || !t.of(k).present;
  }
  t.dialog = missing ? Dialog::no_device : Dialog::accepted;
}

void start_track(const Rules& rules, Truth& t, MediaKind k) {
  // To start a capture unmutes the page, also what is open already (M, WebKit A8). Firefox's own button stays
  // as it is: a new track is born muted (M, Gecko D3).
  if (!rules.gecko())
    for (const MediaKind each : media_kinds) t.of(each).page_muted = false;
  KindTruth& kind = t.of(k);
  kind.track = TrackTruth::live;
  kind.muted = kind.mute_told = kind.action_untold = kind.switched_off = false;
  if (k == mic) t.disabled = false;
}

void end_track(Truth& t, MediaKind k) {
  if (t.of(k).track == TrackTruth::live) t.of(k).track = TrackTruth::ended;
  t.of(k).action_untold = false;
  // One that ends before it is delivered is never spoken of.
  if (t.dialog == Dialog::accepted && (t.dialog_asks & bit(k)) != 0) t.dialog = Dialog::none;
}
void end_tracks(const Rules& rules, Truth& t, MediaKind k) {
  end_track(t, k);
  if (t.tied && rules.chromium()) end_track(t, other(k));
}

}  // namespace earshot
