// The browser obeys, and the truth is held against what the core believes.
#include "core/decide/explained.hpp"
#include "model/browser_rules.hpp"

namespace earshot {
namespace {

// A prompt that really appears, and nobody pressed. Forgiven only where the page could not know better: news
// or a reading on its way; a stream, and no word since that it would not be given again; Firefox's "granted"
// that asks.
bool surprises(const Rules& rules, const Truth& t, std::uint8_t kinds) {
  for (const MediaKind k : media_kinds) {
    if ((kinds & bit(k)) == 0 || !rules.prompts_for(t, t.of(k))) continue;
    if (!rules.news(t, t.of(k)) && !t.of(k).reading && !t.of(k).witnessed && !t.of(k).secret) return true;
  }
  return false;
}

bool device_failed(Said said) {
  const auto how = static_cast<Failing>(said.detail & 15);
  return said.what == Says::failed &&
         (how == Failing::not_found || how == Failing::not_readable || how == Failing::by_system);
}

bool came_beside(Said said) { return said.what == Says::recovered || said.what == Says::shown_opened; }

// What the page hears, and no wish of anybody's, and nothing of sound, pictures or time.
bool only_news(Said said) {
  switch (said.what) {
    case Says::permission:
    case Says::devices:
    case Says::page:
    case Says::track_ended:
    case Says::track_muted:
    case Says::track_unmuted:
    case Says::sound_context:
    case Says::media_session:
    case Says::failed:
    case Says::host_failed:
    case Says::recovery_cancelled:
    case Says::recovery_failed:
    case Says::shown_failed:
    case Says::late_opened:
    case Says::late_failed: return true;
    default: return false;
  }
}

// Live, and nothing speaks against it. Outside guard mode Earshot follows a default that moves, and what gave
// no sound or picture before is given up with whatever is heard next.
bool is_well(const Rules& rules, const Truth& t, MediaKind k) {
  const Troubles& troubles = rules.world.troubles;
  const bool follows = troubles.several && k == mic && !rules.webkit() && !rules.world.start.settings.guard;
  const bool doubtful = k == cam ? troubles.pictures : troubles.silence;
  return t.of(k).track == TrackTruth::live && !t.silenced(k) && t.of(k).present && !follows && !doubtful;
}

void stop(Truth& t, MediaKind k) {
  t.of(k).track = TrackTruth::none;  // our own stop raises no event, and the glue no longer listens
  t.of(k).muted = t.of(k).mute_told = t.of(k).action_untold = false;
}

}  // namespace

const char* obey(const World& world, Truth& t, Said said, const Stance& before, const Stance& after,
                 const Orders& orders) {
  const Rules rules{world};
  const bool only_to_show = said == say_pressed(Action::show_where) && orders.open != 0;
  const bool just_ignored = said == Said{Says::timer, static_cast<std::uint8_t>(Timer::prompt_ignored)};
  const bool given_up = (before.given_up || just_ignored) && t.stage != Stage::none && !only_to_show &&
                        (orders.open != 0 || !after.in_flight);
  if (given_up) abandon(rules, t);
  if (said.what == Says::late_opened && (said.detail & ~orders.close_arrived) != 0)
    return "3. a stream nobody waits for is closed (in the browser)";
  if (orders.open != 0 && !only_to_show && t.stage != Stage::none)
    return "2. never two requests in flight (in the browser)";
  for (const MediaKind k : media_kinds) {
    const bool beside = came_beside(said) && (said.detail & bit(k)) != 0;
    const bool arrived =
        (said.what == Says::opened || said.what == Says::attached) && (said.detail & bit(k)) != 0;
    if ((orders.open_over & bit(k)) != 0 && t.of(k).track == TrackTruth::live)
      return "2. never two captures of one device";
    const bool spared = before.in_call && after.in_call && only_news(said) && is_well(rules, t, k);
    if (!arrived && (orders.close_held & bit(k)) != 0 && spared)
      return "3. no healthy capture is closed by itself (in the browser)";
    if (arrived ? (orders.close_arrived & bit(k)) != 0 : (orders.close_held & bit(k)) != 0) stop(t, k);
    const bool kept = beside && (orders.close_arrived & bit(k)) == 0;
    if (kept) {
      if ((before.held & bit(k)) != 0)
        return "3. a second capture of what is held is closed (in the browser)";
      start_track(rules, t, k);
      t.tied = kinds_of(said.detail).both();
    }
    if (arrived || kept) t.of(k).witnessed = t.of(k).told != Permission::granted;
    if ((orders.read & bit(k)) != 0) t.of(k).reading = t.looks = true;  // the glue looks at both
    if ((orders.poll & bit(k)) != 0) t.of(k).polled = true;
    if ((orders.poll_end & bit(k)) != 0) t.of(k).polled = false;
  }
  if (!kinds_of(static_cast<std::uint8_t>((t.microphone.track != TrackTruth::none) |
                                          (t.camera.track != TrackTruth::none) << 1))
           .both())
    t.tied = false;
  for (const MediaKind k : media_kinds) {
    const bool pressed_for = said.what == Says::pressed && (orders.open & bit(k)) != 0;
    if (!after.in_call || pressed_for) t.of(k).switched_off = false;
    if (said.what != Says::pressed && before.in_call && (orders.open & bit(k)) != 0 && t.of(k).switched_off)
      return "7. what the host turned off is not opened by itself (in the browser)";
  }
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
  const bool heard = t.microphone.track == TrackTruth::live && t.stage != Stage::opened && !t.disabled &&
                     !t.microphone.switched_off;
  if (after.muted && heard) return "7. nobody who muted is heard (in the browser)";
  if (after.orb_live && t.microphone.track == TrackTruth::none)
    return "9. live means a live track (in the browser)";
  return nullptr;
}

std::uint32_t follow(const World& world, Decisions& core, std::uint32_t state, const Move& move,
                     Truth& truth) {
  truth = move.truth;
  if (move.said.what == Says::nothing) return state;
  const auto decision = core.decide(state, move.said);
  obey(world, truth, move.said, core.stance(state), core.stance(decision.next), core.orders(decision.orders));
  return decision.next;
}

bool settled(const World& world, const Truth& t) {
  const Rules rules{world};
  const bool news_of_the_request =
      t.stage == Stage::opened || t.stage == Stage::failed || (t.stage == Stage::held && rules.attends(t));
  return t.began && rules.attends(t) && !news_of_the_request && rules.unheard(t) == 0;
}

const char* broken_by_truth(const World& world, const Truth& t, const Stance& seen) {
  const bool listed = !Rules{world}.constant_lists();
  const bool missed = listed && seen.phase == Phase::blocked && seen.cause == Cause::no_device &&
                      t.microphone.present && t.list_untold && settled(world, t) && t.stage == Stage::none;
  if (missed && !Rules{world}.list_will_be_told(t))
    return "7. a device that is there again is noticed (in the browser)";
  const KindTruth& kind = t.microphone;
  const Environment& e = world.start.environment;
  const bool possible =
      e.secure && e.media_devices && e.microphone_policy != Policy::forbidden && !e.opaque_origin;
  if (world.troubles.unreadable) return nullptr;  // nothing tells
  const bool allowed = possible && opens_allowed(Rules{world}, t, mic, bit(mic));
  const bool waits = seen.phase == Phase::interrupted || seen.phase == Phase::blocked;
  if (!allowed || !waits || !seen.wanted || !t.visible || t.stage != Stage::none) return nullptr;
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
  return seen.orb_live && truth.microphone.track == TrackTruth::live && !truth.disabled &&
         !truth.microphone.switched_off && !truth.microphone.stands_in;
}

}  // namespace earshot
