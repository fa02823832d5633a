#include "tool/states.hpp"
#include <future>
#include <map>
#include <ostream>
#include <set>
#include "core/decide/diagnose.hpp"
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

Ways find_ways() {
  Ways ways;
  for (const Start& start : starts()) {
    if (start.facts.page || start.facts.hearing || start.facts.notifications) continue;  // larger, and no other ways
    walk(start.state, start.facts, [&](const State& before, const Fact& fact, const Next& next) {
      if (next.state.phase != before.phase) ways[{before.phase, next.state.phase}].insert(describe(fact));
    });
  }
  return ways;
}

void print_ways(std::ostream& out, const Ways& ways) {
  out << "## Phases\n\nFound by visiting every reachable state with any fact at any time, and with a browser that behaves as one. Facts that lead nowhere else are left out.\n\n"
      << "| from | to | on |\n|---|---|---|\n";
  for (const auto& [phases, facts] : ways) {
    out << "| `" << name_of(phases.first) << "` | `" << name_of(phases.second) << "` | ";
    bool first = true;
    for (const std::string& fact : facts) {
      out << (first ? "" : ", ") << fact;
      first = false;
    }
    out << " |\n";
  }
}

using Table = std::map<std::pair<Phase, Cause>, Efforts>;

struct WithBrowsers {
  Table efforts{};
  Ways ways{};
};

WithBrowsers walk_with_browsers() {
  WithBrowsers all;
  for (const World& world : small_worlds()) {
    const Together found = walk_together(world, Measure::ways);
    for (const auto& [key, effort] : found.efforts) {
      const auto [at, is_new] = all.efforts.emplace(key, effort);
      if (!is_new) at->second.join(effort);
    }
    for (const auto& [phases, facts] : found.ways) all.ways[phases].insert(facts.begin(), facts.end());
  }
  return all;
}

std::string words_for(const Effort& effort) {
  return effort.reachable ? std::to_string(int{effort.presses}) + " + " + std::to_string(int{effort.acts}) : "never";
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
    const std::string costs = words_for(found.best_live) + " | " + words_for(found.worst_live) + " | " + words_for(found.worst_chat);
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

template <class Rows>
void print_rows(std::ostream& out, const Rows& rows) {
  out << "| cause | confidence | evidence | what else fits |\n|---|---|---|---|\n";
  for (const auto& row : rows)
    out << "| `" << name_of(row.cause) << "` | " << name_of(row.confidence) << " | " << listed(row.evidence) << " | "
        << listed(row.alternatives) << " |\n";
}

void print_causes(std::ostream& out) {
  out << "\n## Causes\n\nRead from the top: the first row whose evidence is there is the verdict (" << readings().size() << " rows).\n\n";
  print_rows(out, readings());
  out << "\n## Causes of no notifications\n\nThe same for the permission to ring (" << notifications_readings().size() << " rows).\n\n";
  print_rows(out, notifications_readings());
}

}  // namespace

void print_states(std::ostream& out) {
  std::future<WithBrowsers> walking = std::async(std::launch::async, walk_with_browsers);
  Ways ways = find_ways();
  const std::vector<World> worlds = compared_worlds();
  const Compared compared = compare(worlds);
  const WithBrowsers found = walking.get();
  for (const auto& [phases, facts] : found.ways) ways[phases].insert(facts.begin(), facts.end());
  out << "# States\n\n";
  print_ways(out, ways);
  print_efforts(out, found.efforts);
  print_compared(out, worlds, compared);
  print_causes(out);
}

}  // namespace earshot
