#include "model/circles.hpp"
#include <algorithm>
#include <array>
#include "core/decide/diagnose.hpp"
#include "core/show/view.hpp"
#include "model/browser_rules.hpp"

namespace earshot {
namespace {

// So many presses nobody makes.
constexpr int most_presses = 12, most_news = 40;

using enum Step;
// What asks for nothing but a press on the card.
constexpr std::array on_the_card{press_try_again, press_turn_on_camera, choose_allow_in_prompt};
// What helps where the browser blocks it, the system does, somebody else has it, or there is none.
constexpr std::array against_a_block{chromium_open_site_controls,
                                     edge_open_permissions,
                                     vivaldi_open_site_settings,
                                     firefox_open_permissions,
                                     safari_open_website_settings,
                                     safari_open_website_preferences,
                                     ios_open_page_menu,
                                     ios_open_aa_menu,
                                     android_open_site_controls,
                                     generic_open_site_settings,
                                     type_settings_address,
                                     samsung_open_app_permissions,
                                     open_in_browser,
                                     firefox_android_open_permissions,
                                     ios_open_privacy_microphone,
                                     ios_open_browser_settings};
constexpr std::array against_the_system{
    macos_open_privacy_microphone, windows11_open_privacy_microphone, windows10_open_privacy_microphone,
    linux_check_sound_settings,    android_open_app_permissions,      ios_open_apps_safari,
    ios_open_privacy_microphone,   system_allow_microphone,           chromeos_open_privacy_controls};
constexpr std::array against_others{close_other_apps, restart_device};
constexpr std::array against_none{plug_in_microphone, restart_device};

template <std::size_t size>
auto in(const std::array<Step, size>& list) {
  return [&list](Step step) { return std::find(list.begin(), list.end(), step) != list.end(); };
}
template <std::size_t size>
bool any_of(const std::vector<Step>& steps, const std::array<Step, size>& wanted) {
  return std::any_of(steps.begin(), steps.end(), in(wanted));
}
bool only_on_the_card(const Steps& steps) { return std::all_of(steps.begin(), steps.end(), in(on_the_card)); }

struct Reader {
  const World& world;
  Decisions& core;
  Truth truth;
  std::uint32_t at;

  const Stance& stance() const { return core.stance(at); }
  View shown() const { return view(core.state(at), diagnose(core.state(at))); }

  template <class Fits>
  bool take_first(Fits fits) {
    std::vector<Move> possible;
    moves(world, stance(), truth, possible);
    const auto move = std::find_if(possible.begin(), possible.end(), fits);
    if (move == possible.end()) return false;
    at = follow(world, core, at, *move, truth);
    return true;
  }
  // A device that was just closed is tried once more by itself. The other timers do not come so soon.
  bool next_news() {
    const Said later{Says::timer, static_cast<std::uint8_t>(Timer::try_later)};
    const bool waits = core.state(at).put_off.any();
    if (settled(world, truth)) return waits && take_first([&](const Move& m) { return m.said == later; });
    return take_first([](const Move& m) { return m.doer == Doer::news && m.said.what != Says::timer; });
  }
  void press(Action action) {
    if (!take_first([&](const Move& m) { return m.doer == Doer::press && m.said == say_pressed(action); }))
      return;
    for (int n = 0; n < most_news; ++n)
      if (!next_news()) return;
  }
};

std::string ids_of(const View& shown) {
  std::string out = std::string{name_of(shown.title)} + " (";
  for (const Step step : shown.steps) out += std::string{name_of(step)} + ' ';
  return out + ")";
}

bool explains_the_voice(const View& shown) {
  return shown.kind == Capability::microphone &&
         std::find(shown.actions.begin(), shown.actions.end(), Action::try_again) != shown.actions.end();
}

}  // namespace

std::string circle_at(const World& world, const State& state, const Truth& truth) {
  if (state.in_flight() || state.put_off.any() || !explains_the_voice(view(state, diagnose(state))))
    return "";
  Decisions core{state, true};
  Reader visit{world, core, truth, 0};
  const Rules rules{world};
  const KindTruth& kind = truth.microphone;
  const bool blocked = kind.permission == Permission::denied;
  const bool busy = kind.busy && rules.chromium();
  const bool missing = !rules.has_sound(truth);
  const bool in_the_way = blocked || busy || missing || kind.by_system;

  std::vector<Step> read;
  for (int n = 0; n < most_presses; ++n) {
    const View before = visit.shown();
    read.insert(read.end(), before.steps.begin(), before.steps.end());
    if (!explains_the_voice(before))
      return "";  // no press is offered: the steps are the way, or the camera's
    visit.press(Action::try_again);
    const Stance& now = visit.stance();
    if (now.phase == Phase::live || now.in_flight || visit.truth.stage != Stage::none)
      return "";  // it leads on
    const View after = visit.shown();
    const bool same = after.title == before.title && after.steps == before.steps;
    if (same && only_on_the_card(before.steps))
      return "a press leads back to the same words: " + ids_of(before);
  }
  if (!in_the_way) return "nothing stands in the way, and no press leads on from " + ids_of(visit.shown());
  const bool said = (blocked && any_of(read, against_a_block)) ||
                    (kind.by_system && any_of(read, against_the_system)) ||
                    (busy && any_of(read, against_others)) || (missing && any_of(read, against_none));
  return said ? "" : "what stands in the way is never said: " + ids_of(visit.shown());
}

}  // namespace earshot
