// One widget's core: a line in, a line out. Nothing it is given can make it stop.
#pragma once
#include <array>
#include <optional>
#include <string>
#include "boundary/custom.hpp"
#include "core/reduce.hpp"

namespace earshot {

class Machine {
 public:
  // `text`: the site's JSON. Answers {"config":…,"problems":[…]}; what is wrong costs only itself. Meant to
  // be called once, before the first fact; later it changes the settings for what comes next.
  std::string configure(const std::string& text);

  // `line`: one fact as JSON. Answers {"t","tracks","effects","view","verdict"}, of which tracks, view and
  // verdict only when changed, or {"t","refused"}: then the state is what it was.
  std::string dispatch(const std::string& line);

  // The same, with tracks, view and verdict whether they changed or not.
  std::string dispatch_whole(const std::string& line);

  const State& state() const { return state_; }

 private:
  std::string answer(const std::string& text, bool whole);

  static constexpr State at_first{};
  State state_ = at_first;  // copied, not built: that is less code
  Custom custom_{};
  std::array<TrackId, 2> told_tracks_{};
  std::optional<Shown> shown_{};
  Verdicts verdicts_{};  // of `state_`
  std::optional<Verdicts> told_verdicts_{};
};

}  // namespace earshot
