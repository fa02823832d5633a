#include "replay/states.hpp"
#include <map>
#include <ostream>
#include <set>
#include "core/diagnose.hpp"
#include "replay/walk.hpp"

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

void print_transitions(std::ostream& out) {
  std::map<Phase, std::map<Phase, std::set<std::string>>> ways;
  Walked total;
  for (const Start& start : starts()) {
    // The largest walks add states, but no other way from phase to phase.
    const bool frame_or_header = start.state.environment.policy(Capability::microphone) == Policy::forbidden ||
                                 start.state.environment.policy(Capability::camera) == Policy::forbidden;
    if (start.state.environment.engine == Engine::chromium && start.state.environment.secure && !frame_or_header) continue;
    if (start.breadth != Breadth::full && !frame_or_header) continue;
    const Walked walked = walk(start.state, start.breadth, [&](const State& before, const Fact& fact, const Next& next) {
      if (next.state.phase != before.phase) ways[before.phase][next.state.phase].insert(describe(fact));
    });
    total.states += walked.states;
    total.transitions += walked.transitions;
  }
  out << "## Phases\n\nFound by visiting every reachable state with every kind of fact (" << total.states << " states, "
      << total.transitions << " transitions). Facts that lead nowhere else are left out.\n\n"
      << "| from | to | on |\n|---|---|---|\n";
  for (const auto& [from, targets] : ways) {
    for (const auto& [to, facts] : targets) {
      out << "| `" << name_of(from) << "` | `" << name_of(to) << "` | ";
      bool first = true;
      for (const std::string& fact : facts) {
        out << (first ? "" : ", ") << fact;
        first = false;
      }
      out << " |\n";
    }
  }
}

void print_causes(std::ostream& out) {
  out << "\n## Causes\n\nRead from the top: the first row whose evidence is there is the verdict.\n\n"
      << "| cause | confidence | evidence | what else fits |\n|---|---|---|---|\n";
  for (const Reading& row : readings()) {
    out << "| `" << name_of(row.cause) << "` | " << name_of(row.confidence) << " | " << listed(row.evidence) << " | "
        << listed(row.alternatives) << " |\n";
  }
}

}  // namespace

void print_states(std::ostream& out) {
  out << "# States\n\n";
  print_transitions(out);
  print_causes(out);
}

}  // namespace earshot
