#include "model/browser_model.hpp"
#include <algorithm>
#include "core/decide/explained.hpp"

namespace earshot {
namespace {

constexpr std::size_t actions = count_of<Action>();
// Those that the truth counts. `advice_read` only ends a sentence; `press_lapses` runs while the core says so
// (Stance::pressed_lately).
constexpr std::size_t timers = static_cast<std::size_t>(Timer::advice_read);
static_assert(timers == 8 && count_of<Timer>() == timers + 2);

struct Rules {
  const World& world;

  Engine engine() const { return world.start.environment.engine; }
  bool chromium() const { return engine() == Engine::chromium; }
  bool gecko() const { return engine() == Engine::gecko; }
  bool webkit() const { return engine() == Engine::webkit; }
  Kinds kinds() const { return {true, world.start.settings.camera}; }

  // What `permissions.query` answers.
  Permission shown(const KindTruth& kind) const {
    return kind.permission == Permission::denied && kind.secret ? Permission::prompt : kind.permission;
  }
  bool news(const KindTruth& kind) const { return kind.told != shown(kind); }

  // WebKit announces nothing: there the page has to look.
  bool will_be_told(const Truth& now, const KindTruth& kind) const {
    const bool announced = !webkit() || (kind.polled && now.visible);
    return announced && kind.told != Permission::unknown && news(kind);
  }

  static bool told_of_dialog(const Truth& now) {
    return now.dialog != Dialog::none && now.dialog != Dialog::open;
  }
  static bool told_of_quiet(const Truth& now) {
    return now.quiet == Quiet::opened || now.quiet == Quiet::failed;
  }

  // How many pieces of news the page has not heard.
  int unheard(const Truth& now) const {
    int count =
        (now.list_untold ? 1 : 0) + (now.stage == Stage::opened || now.stage == Stage::failed ? 1 : 0);
    if (told_of_dialog(now)) ++count;
    if (told_of_quiet(now)) ++count;
    for (const MediaKind k : media_kinds) {
      const KindTruth& kind = now.of(k);
      count += (kind.reading ? 1 : 0) + (kind.track == TrackTruth::ended ? 1 : 0) +
               (kind.muted != kind.mute_told ? 1 : 0);
      if (will_be_told(now, kind)) ++count;
    }
    return count;
  }

  // Would this browser show its prompt for this kind?
  bool prompts_for(const KindTruth& kind, bool pressed) const {
    switch (kind.permission) {
      case Permission::prompt: return true;
      case Permission::granted: return gecko() && kind.secret;
      case Permission::denied: return webkit() && !kind.secret && pressed;
      case Permission::unknown: break;
    }
    return false;
  }
  bool refuses(const KindTruth& kind, bool pressed) const {
    if (kind.permission == Permission::denied) return !prompts_for(kind, pressed);
    return webkit() && kind.secret && !pressed;  // after a denial WebKit wants a press
  }
};

void set(KindTruth& kind, Permission permission, bool secret = false) {
  kind.permission = permission;
  kind.secret = secret;
}

void fail(Truth& t, Failing how, bool at_once) {
  t.stage = Stage::failed;
  t.failing = how;
  t.at_once = at_once;
}

// Nothing stands in the way but the device itself.
void succeed(const Rules& rules, Truth& t) {
  const Kinds asked = kinds_of(t.asked);
  for (const MediaKind k : media_kinds) {
    if (!asked.has(k)) continue;
    if (!t.of(k).present) return fail(t, Failing::not_found, false);
    if (t.of(k).busy && rules.chromium())
      return fail(t, Failing::not_readable, true);  // elsewhere the track is silent
  }
  t.stage = Stage::opened;
  t.tied = asked.both();
  for (const MediaKind k : media_kinds) {
    if (!asked.has(k)) continue;
    t.of(k).track = TrackTruth::live;
    t.of(k).muted = t.of(k).mute_told = false;
    if (rules.webkit()) t.of(k).secret = false;
  }
  if (asked.microphone) t.disabled = false;
}

void request(const Rules& rules, Truth& t, std::uint8_t kinds, bool pressed) {
  t.asked = kinds;
  t.activated = pressed;
  bool missing = false, refused = false, by_system = false, prompts = false;
  for (const MediaKind k : media_kinds) {
    if ((kinds & bit(k)) == 0) continue;
    const KindTruth& kind = t.of(k);
    if (rules.world.start.environment.policy(k) == Policy::forbidden) refused = true;
    missing = missing || !kind.present;
    refused = refused || rules.refuses(kind, pressed);
    by_system = by_system || kind.by_system;
    prompts = prompts || rules.prompts_for(kind, pressed);
  }
  // Devices are looked for before permissions, in all three engines.
  if (missing) return fail(t, Failing::not_found, true);
  if (refused) return fail(t, Failing::denied, true);
  if (by_system) return fail(t, Failing::by_system, true);
  if (prompts) t.stage = Stage::prompting;
  else if (!t.visible && !rules.chromium()) t.stage = Stage::held;  // until the page is seen again
  else succeed(rules, t);
}

// Only brings the crossed-out icon back, if all is as the page believes.
void show_where(const Rules& rules, Truth& t, MediaKind k) {
  const KindTruth& kind = t.of(k);
  t.quiet_asks = k;
  if (!kind.present || kind.by_system || rules.refuses(kind, true)) t.quiet = Quiet::failed;
  else if (rules.prompts_for(kind, true)) t.quiet = Quiet::prompting;
  else t.quiet = kind.busy ? Quiet::failed : Quiet::opened;
}

// The visitor says yes to the browser's own dialog, or need not be asked.
void accept(const Rules& rules, Truth& t) {
  bool missing = false;
  for (const MediaKind k : media_kinds) {
    if ((t.dialog_asks & bit(k)) == 0) continue;
    set(t.of(k), Permission::granted);
    missing = missing || !t.of(k).present;
  }
  (void)rules;
  t.dialog = missing ? Dialog::no_device : Dialog::accepted;
}

void end_track(Truth& t, MediaKind k) {
  if (t.of(k).track == TrackTruth::live) t.of(k).track = TrackTruth::ended;
  // One that ends before it is delivered is never spoken of.
  if (t.dialog == Dialog::accepted && (t.dialog_asks & bit(k)) != 0) t.dialog = Dialog::none;
}
void end_tracks(const Rules& rules, Truth& t, MediaKind k) {
  end_track(t, k);
  if (t.tied && rules.chromium()) end_track(t, k == mic ? cam : mic);
}

// Lists what can happen next.
struct Lister {
  const Rules rules;
  const Stance& seen;
  const Truth& now;
  std::vector<Move>& out;

  void add(const char* name, Doer doer, const Truth& then, Said said = {}) {
    out.push_back({name, doer, said, then});
  }

  // What has happened and was not heard yet, in any order.
  void news() {
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
        then.of(k).told = rules.shown(kind);
        then.of(k).witnessed = false;
        add("a change of permission is heard", Doer::news, then, say_permission(k, rules.shown(kind), true));
      }
      if (kind.reading) {
        Truth then = now;
        then.of(k).told = rules.shown(kind);
        then.of(k).witnessed = false;
        then.of(k).reading = false;
        add("a permission has been read", Doer::news, then, say_permission(k, rules.shown(kind), false));
      }
      if (now.stage == Stage::opened && (now.asked & bit(k)) != 0)
        continue;  // the page does not have the track yet
      if (kind.track == TrackTruth::ended) {
        Truth then = now;
        then.of(k).track = TrackTruth::none;
        add("a track's end is heard", Doer::news, then, say_track(Says::track_ended, k));
      }
      if (kind.track == TrackTruth::live && kind.muted != kind.mute_told) {
        Truth then = now;
        then.of(k).mute_told = kind.muted;
        add("a track's mute is heard", Doer::news, then,
            say_track(kind.muted ? Says::track_muted : Says::track_unmuted, k));
      }
    }
    // Firefox lists nothing to a hidden page
    if (now.list_untold && now.began && (now.visible || !rules.gecko())) {
      Truth then = now;
      then.list_untold = false;
      const bool labelled =
          now.microphone.permission == Permission::granted || now.camera.permission == Permission::granted;
      const bool in_use_is_there = now.microphone.track == TrackTruth::none || now.microphone.present;
      add("the list of devices is heard", Doer::news, then,
          say_devices(now.microphone.present, now.camera.present && rules.kinds().camera, labelled,
                      in_use_is_there));
    }
    if (now.stage == Stage::opened || now.stage == Stage::failed) {
      Truth then = now;
      then.stage = Stage::none;
      then.asked = 0;
      then.at_once = false;  // `activated` stays for what this answer leads to
      then.failing = Failing::denied;
      add("the answer is heard", Doer::news, then,
          now.stage == Stage::opened ? say_opened(kinds_of(now.asked))
                                     : say_failed(now.failing, now.at_once, now.activated));
    }
    beside();
    for (unsigned n = 0; n < timers; ++n) {
      if ((now.timers & 1u << n) == 0) continue;
      Truth then = now;
      then.timers = static_cast<std::uint8_t>(then.timers & ~(1u << n));
      add("a timer fires", Doer::news, then, {Says::timer, static_cast<std::uint8_t>(n)});
    }
    if (seen.pressed_lately)
      add("a minute has passed since the press", Doer::news, now,
          {Says::timer, static_cast<std::uint8_t>(Timer::press_lapses)});
  }

  // The answers of the browser's own element, and of the request that only brings the icon back.
  void beside() {
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
        add("the element finds no device", Doer::news, then,
            say_recovery_failed(Unrecovered::no_device, kind));
        break;
    }
    if (!Rules::told_of_quiet(now)) return;
    Truth answered = now;
    answered.quiet = Quiet::none;
    answered.quiet_asks = mic;
    const Says what = now.quiet == Quiet::opened ? Says::shown_opened : Says::shown_failed;
    add("the icon's request is answered", Doer::news, answered, {what, bit(now.quiet_asks)});
  }

  void presses() {
    if (!now.visible) return;
    Truth then = now;
    if (now.dialog == Dialog::open)
      then.dialog = Dialog::cancelled;  // the page is dimmed: a click beside the dialog closes it
    for (unsigned n = 0; n < actions; ++n) {
      const auto action = static_cast<Action>(n);
      if ((seen.actions & 1u << n) == 0) continue;
      if (action == Action::recover) press_element();
      else if (action != Action::show_where || now.quiet == Quiet::none)
        add("press", Doer::press, then, say_pressed(action));
    }
  }

  // A click on the browser's own element: the browser acts by itself, whatever the page makes of it.
  void press_element() {
    if (now.dialog != Dialog::none) return;
    Truth then = now;
    then.dialog_asks = bits(kinds_of(seen.recovery));
    bool to_be_asked = false;
    for (const MediaKind k : media_kinds)
      to_be_asked =
          to_be_asked || ((then.dialog_asks & bit(k)) != 0 && now.of(k).permission != Permission::granted);
    const Said said = say_pressed(Action::recover);
    Truth opened = then;
    if (to_be_asked) opened.dialog = Dialog::open;
    else accept(rules, opened);
    add("press the browser's element", Doer::press, opened, said);
    if (!rules.world.troubles.elements) return;
    add("press the browser's element, which ignores it", Doer::trouble, now, said);
    then.dialog = Dialog::unusable;
    add("press the browser's element, which refuses", Doer::trouble, then, said);
  }

  // What a visitor can answer there. An administrator's dialog has only the second one.
  void dialog() {
    if (now.dialog != Dialog::open || !now.visible) return;
    Truth accepted = now;
    accept(rules, accepted);
    add("the visitor allows it this time", Doer::act, accepted);
    Truth cancelled = now;
    cancelled.dialog = Dialog::cancelled;
    add("the visitor continues not allowing", Doer::trouble, cancelled);
    if (!rules.world.troubles.elements) return;
    accepted.dialog = Dialog::none;
    accepted.dialog_asks = 0;
    add("the visitor allows it, and no media come", Doer::trouble, accepted);
  }

  // The permission was reset a moment before: the icon's request asks after all.
  void quiet_prompt() {
    if (now.quiet != Quiet::prompting || !now.visible || now.stage == Stage::prompting) return;
    Truth granted = now, denied = now;
    set(granted.of(now.quiet_asks), Permission::granted);
    granted.quiet = granted.of(now.quiet_asks).present ? Quiet::opened : Quiet::failed;
    add("the visitor allows", Doer::act, granted);
    set(denied.of(now.quiet_asks), Permission::denied);
    denied.quiet = Quiet::failed;
    add("the visitor refuses", Doer::trouble, denied);
  }

  void prompt() {
    if (now.stage == Stage::held && now.visible) {
      Truth then = now;
      succeed(rules, then);
      add("the held request goes on", Doer::news, then);
    }
    if (now.stage != Stage::prompting || !now.visible) return;
    Truth granted = now, denied = now, hidden = now, dismissed = now;
    bool embargo = false;
    for (const MediaKind k : media_kinds) {
      if ((now.asked & bit(k)) == 0) continue;
      // Chromium leaves out what it has granted
      const bool named = rules.gecko() || rules.prompts_for(now.of(k), true);
      if (!named) continue;
      set(granted.of(k), Permission::granted);
      set(denied.of(k), Permission::denied);
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
    if (rules.gecko() && rules.world.troubles.secrets) {
      fail(hidden, Failing::denied, false);
      add("the visitor refuses, for this tab", Doer::trouble, hidden);
    }
    if (rules.chromium() && rules.world.troubles.closing) {
      fail(dismissed, Failing::dismissed, false);
      add(embargo ? "the visitor closes the third prompt" : "the visitor closes the prompt", Doer::trouble,
          dismissed);
    }
  }

  void settings(MediaKind k) {
    const KindTruth& kind = now.of(k);
    if (kind.permission != Permission::granted || kind.secret) {
      Truth then = now;
      // Firefox: granted secretly is granted already; WebKit: this page was denied before.
      set(then.of(k), Permission::granted, rules.webkit() && kind.permission != Permission::prompt);
      then.of(k).dismissals = 0;
      if (packed(then) != packed(now)) add("allowed in the settings", Doer::settings, then);
    }
    const Troubles& troubles = rules.world.troubles;
    if (troubles.blocks && kind.permission != Permission::denied) {
      Truth then = now;
      set(then.of(k), Permission::denied);
      if (!rules.gecko()) end_tracks(rules, then, k);  // Firefox's database never stops a track
      add("blocked in the settings", Doer::trouble, then);
      if (rules.webkit() && troubles.secrets) {
        then.of(k).secret = true;
        add("blocked for good in Safari's settings", Doer::trouble, then);
      }
    }
    if (troubles.resets && kind.permission != Permission::prompt) {
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
    if (rules.gecko() && rules.world.troubles.secrets && kind.permission == Permission::granted &&
        !kind.secret && kind.track == TrackTruth::none && now.stage == Stage::none) {
      Truth then = now;
      then.of(k).secret = true;
      add("a one-time grant is over", Doer::trouble, then);
    }
  }

  void devices(MediaKind k) {
    const KindTruth& kind = now.of(k);
    if (!rules.world.troubles.devices) return;
    Truth then = now;
    then.of(k).present = !kind.present;
    then.list_untold = true;
    if (kind.present && !rules.webkit()) end_track(then, k);  // WebKit's track stays live
    add(kind.present ? "unplugged" : "plugged in", kind.present ? Doer::trouble : Doer::act, then);
    if (kind.track == TrackTruth::live) {
      Truth ended = now;
      end_track(ended, k);
      add("the track ends, nothing else", Doer::trouble, ended);
    }
  }

  void rarer(MediaKind k) {
    const KindTruth& kind = now.of(k);
    if (rules.world.troubles.busy) {
      Truth then = now;
      then.of(k).busy = !kind.busy;
      add(kind.busy ? "another program lets go" : "another program takes it",
          kind.busy ? Doer::act : Doer::trouble, then);
    }
    if (rules.world.troubles.system) {
      Truth then = now;
      then.of(k).by_system = !kind.by_system;
      if (!kind.by_system) end_track(then, k);
      add(kind.by_system ? "the system allows it" : "the system forbids it",
          kind.by_system ? Doer::settings : Doer::trouble, then);
    }
    if (rules.world.troubles.mutes && kind.track == TrackTruth::live) {
      Truth then = now;
      then.of(k).muted = !kind.muted;
      add(kind.muted ? "the system unmutes" : "the system mutes", kind.muted ? Doer::news : Doer::trouble,
          then);
    }
  }

  void coming_back() {
    if (!now.visible) {
      Truth then = now;
      then.visible = true;
      for (const MediaKind k : media_kinds)  // the glue looks at once, also where no event would come
        if (rules.kinds().has(k) && rules.webkit() && rules.news(now.of(k))) then.of(k).reading = true;
      add("the page is seen again", Doer::act, then, {Says::page, static_cast<std::uint8_t>(PageNews::seen)});
    }
  }

  // Guard mode: the site's own SDK opens the media, when the way is clear or when it likes.
  void host() {
    if (!rules.world.start.settings.guard || !now.began) return;
    const auto can_open = [&](MediaKind k) {
      const KindTruth& kind = now.of(k);
      return kind.track == TrackTruth::none && now.stage == Stage::none &&
             kind.permission == Permission::granted && !kind.secret && kind.present;
    };
    const auto opened = [&](Kinds kinds) {
      Truth then = now;
      then.host_opens = false;
      for (const MediaKind k : media_kinds) {
        if (!kinds.has(k)) continue;
        then.of(k).track = TrackTruth::live;
        then.of(k).muted = then.of(k).mute_told = false;
      }
      if (kinds.microphone) then.disabled = false;
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
  }

  void page() {
    const Troubles& troubles = rules.world.troubles;
    if (!now.began) return;
    if (troubles.hiding && now.visible) {
      Truth then = now;
      then.visible = false;
      add("the page is hidden", Doer::trouble, then,
          {Says::page, static_cast<std::uint8_t>(PageNews::hidden)});
    }
    if (troubles.absence && now.visible) {
      add("the computer slept", Doer::trouble, now, {Says::page, static_cast<std::uint8_t>(PageNews::slept)});
      if (!rules.chromium() && now.stage == Stage::none) {
        Truth then = now;
        for (const MediaKind k : media_kinds) end_track(then, k);
        add("back from the browser's cache", Doer::trouble, then,
            {Says::page, static_cast<std::uint8_t>(PageNews::restored)});
      }
    }
    const bool measured = now.listening && now.microphone.track == TrackTruth::live && !now.disabled &&
                          !now.microphone.muted && now.visible;
    if (troubles.silence && measured && now.stage != Stage::opened) {
      const bool silent = now.microphone.busy && !rules.chromium();
      add("exact silence", Doer::trouble, now, {Says::level, static_cast<std::uint8_t>(Sound::silence)});
      if (!silent) add("a sound", Doer::news, now, {Says::level, static_cast<std::uint8_t>(Sound::speech)});
    }
    if (troubles.sound && (now.listening || now.sound_gone)) {
      Truth then = now;
      then.sound_gone = !now.sound_gone;
      const auto state = now.sound_gone ? AudioContextState::running : AudioContextState::interrupted;
      add(now.sound_gone ? "the sound is back" : "the system takes the sound",
          now.sound_gone ? Doer::news : Doer::trouble, then,
          {Says::sound_context, static_cast<std::uint8_t>(state)});
    }
  }
};

// A prompt that really appears, and nobody pressed. Forgiven only where the page could not know better: news
// or a reading on its way; a stream, and no word since that it would not be given again; Firefox's "granted"
// that asks.
bool surprises(const Rules& rules, const Truth& t, std::uint8_t kinds) {
  for (const MediaKind k : media_kinds) {
    if ((kinds & bit(k)) == 0 || !rules.prompts_for(t.of(k), false)) continue;
    if (!rules.news(t.of(k)) && !t.of(k).reading && !t.of(k).witnessed && !t.of(k).secret) return true;
  }
  return false;
}

bool device_failed(Said said) {
  const auto how = static_cast<Failing>(said.detail & 15);
  return said.what == Says::failed &&
         (how == Failing::not_found || how == Failing::not_readable || how == Failing::by_system);
}

bool came_beside(Said said) { return said.what == Says::recovered || said.what == Says::shown_opened; }

void stop(Truth& t, MediaKind k) {
  t.of(k).track = TrackTruth::none;  // our own stop raises no event, and the glue no longer listens
  t.of(k).muted = t.of(k).mute_told = false;
}

// Writes or reads every part of the truth, in as few bits as it needs.
template <class Whole, class Each>
constexpr void each_part(Whole& t, Each each) {
  for (auto* kind : {&t.microphone, &t.camera}) {
    each(kind->permission, 2);
    each(kind->secret, 1);
    each(kind->told, 2);
    each(kind->witnessed, 1);
    each(kind->reading, 1);
    each(kind->polled, 1);
    each(kind->present, 1);
    each(kind->busy, 1);
    each(kind->by_system, 1);
    each(kind->track, 2);
    each(kind->muted, 1);
    each(kind->mute_told, 1);
    each(kind->dismissals, 2);
  }
  each(t.asked, 2);
  each(t.activated, 1);
  each(t.tied, 1);
  each(t.disabled, 1);
  each(t.visible, 1);
  each(t.list_untold, 1);
  each(t.listening, 1);
  each(t.sound_gone, 1);
  each(t.host_opens, 1);
  each(t.began, 1);
  each(t.timers, 8);
}

// Where one part says whether another means anything, they share a number: the whole has to fit.
constexpr unsigned stage_width = 4, dialog_width = 4, quiet_width = 3;
std::uint64_t stage_number(const Truth& t) {
  if (t.stage != Stage::failed) return static_cast<std::uint64_t>(t.stage);
  return static_cast<unsigned>(Stage::failed) + static_cast<unsigned>(t.failing) * 2 + (t.at_once ? 1 : 0);
}
void read_stage(Truth& t, unsigned number) {
  constexpr auto failed = static_cast<unsigned>(Stage::failed);
  t.stage = static_cast<Stage>(std::min(number, failed));
  if (t.stage != Stage::failed) return;
  t.failing = static_cast<Failing>((number - failed) / 2);
  t.at_once = (number - failed) % 2 != 0;
}
std::uint64_t dialog_number(const Truth& t) {
  return t.dialog == Dialog::none ? 0 : (static_cast<unsigned>(t.dialog) - 1) * 3 + t.dialog_asks;
}
void read_dialog(Truth& t, unsigned number) {
  if (number == 0) return;
  t.dialog = static_cast<Dialog>((number - 1) / 3 + 1);
  t.dialog_asks = static_cast<std::uint8_t>((number - 1) % 3 + 1);
}
std::uint64_t quiet_number(const Truth& t) {
  return t.quiet == Quiet::none ? 0 : (static_cast<unsigned>(t.quiet) - 1) * 2 + bit(t.quiet_asks);
}
void read_quiet(Truth& t, unsigned number) {
  if (number == 0) return;
  t.quiet = static_cast<Quiet>((number - 1) / 2 + 1);
  t.quiet_asks = number % 2 != 0 ? mic : cam;
}

constexpr unsigned width_of_truth() {
  Truth t;
  unsigned width = stage_width + dialog_width + quiet_width;
  each_part(t, [&](auto&, unsigned more) { width += more; });
  return width;
}
static_assert(width_of_truth() <= 64);

}  // namespace

std::uint64_t packed(const Truth& truth) {
  std::uint64_t bits = stage_number(truth) | dialog_number(truth) << stage_width |
                       quiet_number(truth) << (stage_width + dialog_width);
  unsigned at = stage_width + dialog_width + quiet_width;
  each_part(truth, [&](const auto& part, unsigned width) {
    bits |= static_cast<std::uint64_t>(part) << at;
    at += width;
  });
  return bits;
}

Truth unpacked(std::uint64_t bits) {
  Truth truth;
  const auto take = [&](unsigned width) {
    const auto number = static_cast<unsigned>(bits & ((1u << width) - 1));
    bits >>= width;
    return number;
  };
  read_stage(truth, take(stage_width));
  read_dialog(truth, take(dialog_width));
  read_quiet(truth, take(quiet_width));
  each_part(truth, [&](auto& part, unsigned width) {
    part = static_cast<std::remove_reference_t<decltype(part)>>(take(width));
  });
  return truth;
}

void moves(const World& world, const Stance& seen, const Truth& truth, std::vector<Move>& out) {
  out.clear();
  Lister lister{{world}, seen, truth, out};
  lister.news();
  lister.presses();
  lister.coming_back();
  if (lister.rules.unheard(truth) >= world.most_unheard) return;
  lister.prompt();
  lister.quiet_prompt();
  lister.dialog();
  lister.page();
  lister.host();
  for (const MediaKind k : media_kinds) {
    if (!lister.rules.kinds().has(k)) continue;
    lister.settings(k);
    lister.devices(k);
    lister.rarer(k);
  }
}

const char* obey(const World& world, Truth& t, Said said, const Stance& before, const Stance& after,
                 const Orders& orders) {
  const Rules rules{world};
  const bool only_to_show = said == say_pressed(Action::show_where) && orders.open != 0;
  if (orders.open != 0 && !only_to_show && t.stage != Stage::none)
    return "2. never two requests in flight (in the browser)";
  for (const MediaKind k : media_kinds) {
    const bool beside = came_beside(said) && (said.detail & bit(k)) != 0;
    const bool arrived =
        (said.what == Says::opened || said.what == Says::attached) && (said.detail & bit(k)) != 0;
    if ((orders.open_over & bit(k)) != 0 && t.of(k).track == TrackTruth::live)
      return "2. never two captures of one device";
    if (arrived ? (orders.close_arrived & bit(k)) != 0 : (orders.close_held & bit(k)) != 0) stop(t, k);
    const bool kept = beside && (orders.close_arrived & bit(k)) == 0;
    if (kept) {
      if ((before.held & bit(k)) != 0)
        return "3. a second capture of what is held is closed (in the browser)";
      t.of(k).track = TrackTruth::live;
      t.of(k).muted = t.of(k).mute_told = false;
      if (k == mic) t.disabled = false;
      t.tied = kinds_of(said.detail).both();
    }
    if (arrived || kept) t.of(k).witnessed = t.of(k).told != Permission::granted;
    if ((orders.read & bit(k)) != 0) t.of(k).reading = true;
    if ((orders.poll & bit(k)) != 0) t.of(k).polled = true;
    if ((orders.poll_end & bit(k)) != 0) t.of(k).polled = false;
  }
  if (!kinds_of(static_cast<std::uint8_t>((t.microphone.track != TrackTruth::none) |
                                          (t.camera.track != TrackTruth::none) << 1))
           .both())
    t.tied = false;
  if (orders.enable != 0) t.disabled = orders.enable == 2;
  if (orders.listen != 0) t.listening = orders.listen == 1;
  t.timers = static_cast<std::uint8_t>((t.timers & ~orders.timers_off) | orders.timers);
  const bool begins = after.in_call && !before.in_call && said.what != Says::attached;
  if ((begins || orders.cleared) && !t.visible) return "1. no new call begins unseen (in the browser)";
  if (orders.cleared) t.host_opens = true;
  if (after.phase != Phase::opening || orders.open != 0) t.host_opens = false;
  if (orders.recover && (said != say_pressed(Action::recover) || !after.recovering))
    return "1. only a press uses the browser's own element (in the browser)";
  if (only_to_show) {
    show_where(rules, t, orders.open == bit(cam) ? cam : mic);
  } else if (orders.open != 0) {
    const bool pressed = said.what == Says::pressed;
    const bool surprise = surprises(rules, t, orders.open);
    // One press may lead to two requests: for the other kind, or without the device that failed.
    const bool same_press = t.activated && (said.what == Says::opened || device_failed(said));
    request(rules, t, orders.open, pressed);
    if (t.stage == Stage::prompting && !pressed && !same_press && surprise)
      return "1. a prompt appears, and nobody pressed (in the browser)";
  }
  if (t.stage == Stage::none) t.activated = false;
  if (after.in_flight != (t.stage != Stage::none)) return "5. what is waited for is pending in the browser";
  if (after.revealing && t.quiet == Quiet::none)
    return "5. what is waited for is pending beside it (in the browser)";
  // Out of the page, its question closes, and its media never come.
  const bool used = t.dialog == Dialog::open || t.dialog == Dialog::accepted;
  if (used && before.recovering && after.recovering && after.recovery != before.recovery)
    return "5. the element stays on the page until its answer is there (in the browser)";
  for (const MediaKind k : media_kinds) {
    const bool on_its_way = t.stage == Stage::opened && (t.asked & bit(k)) != 0;
    const bool held = (after.held & bit(k)) != 0;
    const bool exists = t.of(k).track != TrackTruth::none;
    if (exists && !held && !on_its_way) return "3. a track that nobody holds is still live (in the browser)";
    if (held && !exists) return "9. the track that is held is not there (in the browser)";
  }
  const bool heard = t.microphone.track == TrackTruth::live && t.stage != Stage::opened && !t.disabled;
  if (after.muted && heard) return "7. nobody who muted is heard (in the browser)";
  if (after.orb_live && t.microphone.track == TrackTruth::none)
    return "9. live means a live track (in the browser)";
  return nullptr;
}

bool settled(const World& world, const Truth& t) {
  const Rules rules{world};
  const bool news_of_the_request =
      t.stage == Stage::opened || t.stage == Stage::failed || (t.stage == Stage::held && t.visible);
  return t.began && t.visible && !news_of_the_request && rules.unheard(t) == 0;
}

const char* broken_by_truth(const World& world, const Truth& t, const Stance& seen) {
  const KindTruth& kind = t.microphone;
  const Environment& e = world.start.environment;
  const bool possible =
      e.secure && e.media_devices && e.microphone_policy != Policy::forbidden && !e.opaque_origin;
  const bool allowed = possible && kind.permission == Permission::granted && !kind.secret;
  const bool waits = seen.phase == Phase::interrupted || seen.phase == Phase::blocked;
  if (!allowed || !waits || !t.visible || t.stage != Stage::none) return nullptr;
  const bool believed = kind.told == Permission::granted || kind.witnessed;
  if (!believed && !kind.reading && !Rules{world}.will_be_told(t, kind))
    return "7. what is allowed again is noticed (in the browser)";
  // Whoever waits for the browser's own element waits for a question on the screen, or for as long as a timer
  // allows.
  const bool by_itself = (t.timers & 1u << static_cast<unsigned>(Timer::recovery_expected)) != 0;
  const bool awaits_element = seen.recovering && (t.dialog != Dialog::none || by_itself);
  const bool awaits_icon = seen.revealing && t.quiet != Quiet::none;
  const bool would_open =
      kind.present && !kind.busy && !kind.by_system && settled(world, t) && !awaits_element && !awaits_icon;
  if (seen.phase == Phase::interrupted && !seen.muted && seen.may_resume && believed && would_open)
    return "7. what is allowed again resumes by itself (in the browser)";
  return nullptr;
}

bool really_live(const Truth& truth, const Stance& seen) {
  return seen.orb_live && truth.microphone.track == TrackTruth::live && !truth.disabled;
}

}  // namespace earshot
