// What browsers do differently: who is asked, refused, told. Only the model's own files use it.
#pragma once
#include "model/browser_model.hpp"

namespace earshot {

struct Rules {
  const World& world;

  Engine engine() const { return world.start.environment.engine; }
  bool chromium() const { return engine() == Engine::chromium; }
  bool gecko() const { return engine() == Engine::gecko; }
  bool webkit() const { return engine() == Engine::webkit; }
  Kinds kinds() const { return {true, world.start.settings.camera}; }

  // A page that the browser has muted has no grant of this visit: it asks, and says so (M, WebKit A7).
  bool suspends(const Truth& now, const KindTruth& kind) const {
    return webkit() && kind.once && kind.permission == Permission::granted &&
           (now.microphone.page_muted || now.camera.page_muted);
  }

  // What `permissions.query` answers.
  Permission shown(const Truth& now, const KindTruth& kind) const {
    const bool hidden = kind.permission == Permission::denied && kind.secret;
    return hidden || world.troubles.unreadable || suspends(now, kind) ? Permission::prompt : kind.permission;
  }
  bool news(const Truth& now, const KindTruth& kind) const { return kind.told != shown(now, kind); }

  // WebKit announces nothing, nor does Firefox to another site's frame (M, Gecko B8): there the page has to
  // look.
  bool announces() const { return !webkit() && !(gecko() && !world.start.environment.top_level); }
  bool will_be_told(const Truth& now, const KindTruth& kind) const {
    return (announces() || (kind.polled && now.visible)) && kind.told != Permission::unknown &&
           news(now, kind);
  }

  // Firefox asks, opens and lists nothing before its window is in front (Gecko E6, M). Elsewhere being seen
  // is enough.
  bool attends(const Truth& now) const { return now.visible && (now.in_front || !gecko()); }

  // resistFingerprinting: always one of each, and no event (M, Gecko F2).
  bool constant_lists() const { return world.troubles.unreadable && gecko(); }
  // Something gives sound when a microphone is asked for.
  bool has_sound(const Truth& now) const { return now.microphone.present || world.troubles.monitors; }
  bool has(const Truth& now, MediaKind k) const { return k == mic ? has_sound(now) : now.camera.present; }

  static bool told_of_dialog(const Truth& now) {
    return now.dialog != Dialog::none && now.dialog != Dialog::open;
  }
  static bool told_of_quiet(const Truth& now) {
    return now.quiet == Quiet::opened || now.quiet == Quiet::failed;
  }

  static bool told_of_late(const Truth& now) { return now.late == Late::opened || now.late == Late::failed; }

  // Firefox lists nothing to a hidden page. Chromium and WebKit tell of no change before a kind was allowed:
  // only a look of the page's finds it (M, Chromium 4.1; S, WebKit D3).
  bool list_will_be_told(const Truth& now) const {
    if (!now.list_untold || !now.began || constant_lists()) return false;
    if (gecko()) return attends(now);
    const bool allowed =
        now.microphone.permission == Permission::granted || now.camera.permission == Permission::granted;
    const bool polls = now.visible && (now.microphone.polled || now.camera.polled);
    return !world.troubles.unannounced || allowed || now.looks || polls;
  }

  bool mute_untold(const Truth& now, MediaKind k) const {
    const KindTruth& kind = now.of(k);
    return kind.track == TrackTruth::live && (kind.action_untold || now.silenced(k) != kind.mute_told);
  }

  // How many pieces of news the page has not heard.
  int unheard(const Truth& now) const {
    const bool list = now.list_untold && !world.troubles.unannounced && !constant_lists();
    int count = (list || list_will_be_told(now) ? 1 : 0) +
                (now.stage == Stage::opened || now.stage == Stage::failed ? 1 : 0);
    if (told_of_dialog(now)) ++count;
    if (told_of_quiet(now)) ++count;
    if (told_of_late(now)) ++count;
    for (const MediaKind k : media_kinds) {
      const KindTruth& kind = now.of(k);
      count +=
          (kind.reading ? 1 : 0) + (kind.track == TrackTruth::ended ? 1 : 0) + (mute_untold(now, k) ? 1 : 0);
      if (will_be_told(now, kind)) ++count;
    }
    return count;
  }

  // Would this browser show its prompt for this kind?
  bool prompts_for(const Truth& now, const KindTruth& kind) const {
    const bool secret = gecko() && kind.secret;
    if (kind.permission == Permission::granted) return secret || suspends(now, kind);
    return kind.permission == Permission::prompt && !secret;
  }
  // `kinds`: of the whole request.
  bool refuses(const Truth& now, MediaKind k, std::uint8_t kinds, bool pressed) const {
    if (now.of(k).permission == Permission::denied) return true;
    const bool together = now.refused_together && kinds_of(kinds).both();
    return webkit() && !pressed && (now.of(k).refused || together);  // after a denial WebKit wants a press
  }
};

void set(KindTruth& kind, Permission permission, bool secret = false);
void fail(Truth& t, Failing how, bool at_once);
// A grant that holds when the page asks by itself.
bool opens_allowed(const Rules& rules, const Truth& t, MediaKind k, std::uint8_t kinds);
// Nothing stands in the way of the pending request but the device itself.
void succeed(const Rules& rules, Truth& t);
// The page asks. `pressed`: in a visitor's press.
void request(const Rules& rules, Truth& t, std::uint8_t kinds, bool pressed);
// The page gives up on the pending request, which may still be answered.
void abandon(const Rules& rules, Truth& t);
// Has this one been granted what it asks for, so that it needs nobody's answer?
bool opens_unasked(const Rules& rules, const Truth& t, std::uint8_t kinds);
// The request that only brings the crossed-out icon back, if all is as the page believes.
void show_where(const Rules& rules, Truth& t, MediaKind k);
// The visitor says yes to the browser's own dialog, or need not be asked.
void accept(Truth& t);
void start_track(const Rules& rules, Truth& t, MediaKind k);
void end_track(Truth& t, MediaKind k);
// In Chromium with what it is tied to.
void end_tracks(const Rules& rules, Truth& t, MediaKind k);

}  // namespace earshot
