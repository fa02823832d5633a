// Core and browser together: every state of the two that can be reached, and from each the shortest way back
// to a call and to the chat.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>
#include "model/browser_model.hpp"

namespace earshot {

// What it takes, when browser and visitor cooperate from here on: presses on the widget, and acts in the
// browser (answer a prompt, change a setting, plug in a microphone, come back to the page).
struct Effort {
  std::uint8_t presses = 0;
  std::uint8_t acts = 0;
  bool reachable = false;
  int total() const { return presses + acts; }
};

// Over all states that look alike to the visitor, and stay as they are until somebody does something: the
// easiest and the hardest.
struct Efforts {
  Effort best_live{}, worst_live{}, worst_chat{};
  Effort best_in_page{},
      worst_in_page{};  // to a call without a trip to any settings, where that was measured
  void join(const Efforts& other);
};

struct Together {
  std::size_t states = 0;  // of core and browser together
  std::size_t transitions = 0;
  std::size_t core_states = 0;
  std::size_t decisions = 0;  // different questions to the core
  std::size_t bytes = 0;      // at the peak
  std::string broken{};       // a promise that does not hold, and the way there
  std::string trap{};         // a state without a way to a call or to the chat, and the way there
  std::map<std::pair<Phase, Cause>, Efforts> efforts{};
  Ways ways{};
  std::map<Phase, std::uint16_t> timers{};  // that run in each phase, a bit for each
  std::vector<State> visited{};             // of the core, where that was measured
};

// `ways`: also keep the graph, and search it backward for traps and effort; `ways_in_the_page`: also for the
// effort without the browser's or the system's settings.
// `circles`: instead, whether words and presses lead on (model/circles.hpp), with tries that fail counted.
enum class Measure : std::uint8_t { nothing, ways, ways_in_the_page, circles };
Together walk_together(const World& world, Measure measure);

}  // namespace earshot
