#include "tool/states.hpp"
#include <future>
#include <map>
#include <ostream>
#include <set>
#include <span>
#include "core/decide/diagnose.hpp"
#include "core/show/view.hpp"
#include "model/any_fact.hpp"
#include "model/decisions.hpp"
#include "model/together.hpp"
#include "model/walk.hpp"
#include "model/worlds.hpp"

namespace earshot {
namespace {

template <class List>
std::string listed(const List& values) {
  std::string out;
  for (const auto value : values) {
    if (!out.empty()) out += ", ";
    out += name_of(value);
  }
  return out.empty() ? "–" : out;
}

// What there is to see and to press in one phase, which timers run in it, and where it leads.
struct Found {
  std::set<Title> titles{};
  std::set<Action> actions{};
  std::uint16_t timers = 0;
  std::map<Phase, std::set<std::string>> to{};
};
using Phases = std::map<Phase, Found>;

void add(Phases& phases, const Ways& ways) {
  for (const auto& [way, facts] : ways) phases[way.first].to[way.second].insert(facts.begin(), facts.end());
}

constexpr std::uint16_t bit_of(Timer timer) {
  return static_cast<std::uint16_t>(1u << static_cast<unsigned>(timer));
}

void add(Phases& phases, const State& state, const Verdicts& verdicts) {
  const View shown = view(state, verdicts);
  Found& found = phases[state.phase];
  found.titles.insert(shown.title);
  found.actions.insert(shown.actions.begin(), shown.actions.end());
  // Those that no browser feels are part of the state.
  found.timers |= running_timers(state);
  if (state.host_turn) found.timers |= bit_of(Timer::host_expected);
  if (state.call.far_end == FarEnd::connecting) found.timers |= bit_of(Timer::far_end_late);
  if (state.visit.advised && state.call.advising) found.timers |= bit_of(Timer::advice_read);
}

void add(Phases& phases, const std::vector<State>& states) {
  for (const State& state : states) add(phases, state, diagnose(state));
}

// The walks keep to the usual pages. What is shown on any page at all is met by chance, the same chance each
// time.
void wander(Phases& phases) {
  constexpr std::uint32_t seed = 1;
  constexpr int walks = 4000, steps = 500;
  Dice dice{seed};
  for (int walk = 0; walk < walks; ++walk) {
    Bytes page = dice.roll();
    Next next{any_start(page), {}, {}};
    next.verdicts = diagnose(next.state);
    for (int step = 0; step < steps; ++step) {
      Bytes bytes = dice.roll();
      next = reduce(next.state, next.verdicts, any_fact(bytes, next.state));
      add(phases, next.state, next.verdicts);
    }
  }
}

void join(Phases& all, const Phases& others) {
  for (const auto& [phase, more] : others) {
    for (const auto& [to, facts] : more.to) all[phase].to[to].insert(facts.begin(), facts.end());
    all[phase].timers |= more.timers;
    all[phase].titles.insert(more.titles.begin(), more.titles.end());
    all[phase].actions.insert(more.actions.begin(), more.actions.end());
  }
}

// From every second start, as two do it at a time.
Phases visit_phases(std::size_t first) {
  Phases phases;
  const std::vector<Start> all = starts();
  for (std::size_t n = first; n < all.size(); n += 2) {
    const Start& start = all[n];
    if (start.facts.page || start.facts.hearing) continue;  // larger, and no other ways
    Ways ways;
    const Walked walked =
        walk(start.state, start.facts, [&](const State& before, const Fact& fact, const Next& next) {
          if (next.state.phase != before.phase) ways[{before.phase, next.state.phase}].insert(describe(fact));
        });
    add(phases, walked.visited);
    if (!start.facts.notifications) add(phases, ways);
  }
  return phases;
}

std::set<Timer> timers_in(std::uint16_t bits) {
  std::set<Timer> timers;
  for (std::size_t n = 0; n < count_of<Timer>(); ++n)
    if ((bits & bit_of(static_cast<Timer>(n))) != 0) timers.insert(static_cast<Timer>(n));
  return timers;
}

void print_phases(std::ostream& out, const Phases& phases) {
  out << "## Phases\n\nWhat leads where is found by visiting every reachable state with any fact at any time, and with a browser that "
         "behaves as one; facts that lead nowhere else are left out. What is shown and offered there was also met on a million "
         "steps by chance, on any page: in some state of the phase, not in each.\n";
  for (const auto& [phase, found] : phases) {
    out << "\n### " << name_of(phase) << "\n\n"
        << "- Shows: " << listed(found.titles) << "\n"
        << "- Offers: " << listed(found.actions) << "\n"
        << "- Timers: " << listed(timers_in(found.timers)) << "\n\n"
        << "| leads to | on |\n|---|---|\n";
    for (const auto& [to, facts] : found.to) {
      out << "| `" << name_of(to) << "` | ";
      const char* comma = "";
      for (const std::string& fact : facts) {
        out << comma << fact;
        comma = ", ";
      }
      out << " |\n";
    }
  }
}

void print_times(std::ostream& out) {
  out << "\n## Times\n\n| | ms | |\n|---|---|---|\n";
  for (const Time& time : times)
    out << "| `" << time.name << "` | " << time.ms << " | " << time.why << " |\n";
}

using Table = std::map<std::pair<Phase, Cause>, Efforts>;

struct WithBrowsers {
  Table efforts{};
  Phases phases{};
};

WithBrowsers walk_with_browsers() {
  WithBrowsers all;
  for (const World& world : small_worlds()) {
    const Together found = walk_together(world, Measure::ways);
    for (const auto& [key, effort] : found.efforts) {
      const auto [at, is_new] = all.efforts.emplace(key, effort);
      if (!is_new) at->second.join(effort);
    }
    add(all.phases, found.ways);
    add(all.phases, found.visited);
    for (const auto& [phase, timers] : found.timers) all.phases[phase].timers |= timers;
  }
  return all;
}

std::string words_for(const Effort& effort) {
  return effort.reachable ? std::to_string(int{effort.presses}) + " + " + std::to_string(int{effort.acts})
                          : "never";
}

void print_efforts(std::ostream& out, const Table& efforts) {
  out << "\n## The way back\n\nFound by walking the core together with a model of the browser, and searching backward from every call and every chat: "
         "from each state there is a way, if visitor and browser cooperate from there on. `2 + 1` means two presses on the widget and one "
         "act in the browser (an answer to its prompt, a change in its settings, a microphone plugged in); what happens by itself costs nothing. "
         "States differ in what the browser really allows, so each row has its easiest and its hardest. Only pages in front, with nothing on its way.\n\n"
      << "| in | with the microphone | to a call, at best | to a call, at worst | to the chat, at worst |\n|---|---|---|---|---|\n";
  // Causes that cost the same share a row.
  std::map<std::pair<Phase, std::string>, std::string> rows;
  for (const auto& [key, found] : efforts) {
    const std::string costs = words_for(found.best_live) + " | " + words_for(found.worst_live) + " | " +
                              words_for(found.worst_chat);
    std::string& causes = rows[{key.first, costs}];
    causes += (causes.empty() ? "`" : ", `") + std::string{name_of(key.second)} + "`";
  }
  for (const auto& [key, causes] : rows)
    out << "| `" << name_of(key.first) << "` | " << causes << " | " << key.second << " |\n";

  out << "\nNo call is possible there, and the chat is one press away:";
  const char* comma = " ";
  for (const World& world : silent_worlds()) {
    out << comma << world.name;
    comma = "; ";
  }
  out << ".\n";
}

// What it takes to get back without a trip to any settings, in each of some worlds.
using Compared = std::map<std::pair<Phase, Cause>, std::vector<Efforts>>;

Compared compare(const std::vector<World>& worlds) {
  Compared all;
  for (std::size_t n = 0; n < worlds.size(); ++n) {
    for (const auto& [key, efforts] : walk_together(worlds[n], Measure::ways_in_the_page).efforts) {
      const auto [phase, cause] = key;
      if (cause == Cause::none || (phase != Phase::blocked && phase != Phase::interrupted)) continue;
      std::vector<Efforts>& row = all[key];
      row.resize(n + 1);
      row[n] = efforts;
    }
  }
  for (auto& [key, row] : all) row.resize(worlds.size());
  return all;
}

std::string words_for(const Efforts& efforts) {
  const std::string best = words_for(efforts.best_in_page), worst = words_for(efforts.worst_in_page);
  if (!efforts.best_live.reachable) return "–";  // does not happen there
  return best == worst ? best : best + " to " + worst;
}

void print_compared(std::ostream& out, const std::vector<World>& worlds, const Compared& compared) {
  out << "\n## The way back inside the page\n\nThe same in Chromium, without a trip to any settings, and without waiting for a reset there: what its recovery "
         "elements save. `1 + 1` is a press on the browser's own element in the widget, and \"Allow this time\" in its dialog. \"never\": only the "
         "settings lead back; \"–\": did not happen there.\n\n| in | with the microphone |";
  for (const World& world : worlds) out << ' ' << world.name << " |";
  out << "\n|---|---|";
  for (std::size_t n = 0; n < worlds.size(); ++n) out << "---|";
  out << '\n';
  for (const auto& [key, row] : compared) {
    out << "| `" << name_of(key.first) << "` | `" << name_of(key.second) << "` |";
    for (const Efforts& efforts : row) out << ' ' << words_for(efforts) << " |";
    out << '\n';
  }
}

void print_rows(std::ostream& out, std::span<const Reading> rows) {
  out << "| cause | confidence | evidence | what else fits |\n|---|---|---|---|\n";
  for (const Reading& row : rows)
    out << "| `" << name_of(row.cause) << "` | " << name_of(row.confidence) << " | " << listed(row.evidence)
        << " | " << listed(row.alternatives) << " |\n";
}

void print_causes(std::ostream& out) {
  out << "\n## Causes\n\nRead from the top: the first row whose evidence is there is the verdict ("
      << readings().size() << " rows).\n\n";
  print_rows(out, readings());
  out << "\n## Causes of no notifications\n\nThe same for the permission to ring ("
      << notifications_readings().size() << " rows).\n\n";
  print_rows(out, notifications_readings());
}

}  // namespace

void print_states(std::ostream& out) {
  std::future<WithBrowsers> walking = std::async(std::launch::async, walk_with_browsers);
  std::future<Phases> visiting = std::async(std::launch::async, visit_phases, 1);
  Phases phases = visit_phases(0);
  const std::vector<World> worlds = compared_worlds();
  const Compared compared = compare(worlds);
  wander(phases);
  join(phases, visiting.get());
  const WithBrowsers found = walking.get();
  join(phases, found.phases);
  out << "# States\n\n";
  print_phases(out, phases);
  print_times(out);
  print_efforts(out, found.efforts);
  print_compared(out, worlds, compared);
  print_causes(out);
}

}  // namespace earshot
