// Lists what can happen next: one function for each concern, in the files moves_*.cpp.
#pragma once
#include <vector>
#include "model/browser_rules.hpp"

namespace earshot {

// Timers that the truth counts. `advice_read` only ends a sentence; those after it run while the core says so
// (Stance::running).
inline constexpr std::size_t counted_timers = static_cast<std::size_t>(Timer::advice_read);
inline constexpr std::size_t all_timers = count_of<Timer>();
static_assert(counted_timers == 8 && all_timers == counted_timers + 6);

struct Lister {
  const Rules rules;
  const Stance& seen;
  const Truth& now;
  std::vector<Move>& out;

  const Troubles& troubles() const { return rules.world.troubles; }
  void add(const char* name, Doer doer, const Truth& then, Said said = {}) {
    out.push_back({name, doer, said, then});
  }

  // moves_news.cpp
  void news();
  void beside();
  // moves_press.cpp
  void presses();
  void press_element();
  // moves_questions.cpp
  void prompt();
  void cancelled();
  void cut_off();
  void system_asks();
  void hanging();
  void quiet_prompt();
  void dialog();
  // moves_settings.cpp
  void settings(MediaKind k);
  void visit();
  // moves_devices.cpp
  void devices(MediaKind k);
  void rarer(MediaKind k);
  void several();
  void outputs();
  // moves_page.cpp
  void page();
  void other_pages();
  void coming_back();
  // moves_host.cpp
  void host();
  void site(MediaKind k);
};

}  // namespace earshot
