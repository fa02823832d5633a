// What the core decides, each question asked once: millions of situations of the browser meet the same few
// states of the core.
#pragma once
#include <string>
#include "core/reduce.hpp"
#include "model/said.hpp"
#include "model/state_set.hpp"
#include "model/walk.hpp"

namespace earshot {

// The orders of one step that a browser would feel. Kinds are bits of `bits(Kinds)`.
struct Orders {
  std::uint8_t open = 0;
  std::uint8_t open_over = 0;      // opened while a track of that kind was still open
  std::uint8_t close_held = 0;     // the track that the core held before this step
  std::uint8_t close_arrived = 0;  // the track that this very fact brought
  std::uint8_t read = 0;           // permissions to be read
  std::uint8_t poll = 0, poll_end = 0;
  std::uint8_t enable = 0;  // 0: nothing, 1: the microphone on, 2: off
  std::uint8_t listen = 0;  // the same for measuring the level
  bool reload = false;
  bool recover = false;  // the press on the browser's own element counts
  bool cleared = false;  // guard mode: now the host may open
  std::uint16_t timers = 0, timers_off = 0;
  bool operator==(const Orders&) const = default;
};

// What the browser model needs to know of a state of the core.
struct Stance {
  Phase phase;
  Cause cause;  // of the microphone
  bool orb_live;
  bool in_flight;
  bool given_up;  // on what is in flight: the next press makes a new request
  bool muted;
  bool of_host;     // the microphone that is held is the host's own
  bool wanted;      // a microphone: in guard mode none that the host has ended
  bool may_resume;  // nothing that the core saw speaks against opening the microphone again by itself
  std::uint8_t held;
  std::uint32_t actions;  // that the view offers, and the orb
  bool recovering, revealing;
  bool in_call;
  std::uint16_t running;  // timers that the state itself tells of
  Recovery recovery;      // the element that is on the page
};

// Timers that a state itself tells of: a member lasts until one ends it.
std::uint16_t running_timers(const State& state);

struct QuestionHash {
  std::uint64_t operator()(std::uint64_t question) const {
    question *= 0x9e3779b97f4a7c15u;
    return question ^ question >> 32;
  }
};

class Decisions {
 public:
  Decisions(const State& start, bool patience);

  struct Decision {
    std::uint32_t next = 0;
    std::uint16_t orders = 0;
  };
  Decision decide(std::uint32_t state, Said said);

  const State& state(std::uint32_t n) const { return states_[n]; }
  const Stance& stance(std::uint32_t n) const { return stances_[n]; }
  const Orders& orders(std::uint16_t n) const { return orders_[n]; }
  std::uint32_t states() const { return states_.size(); }
  std::size_t decided() const { return questions_.size(); }
  std::size_t bytes() const;
  Ways ways() const;
  // The first broken promise, with its place; empty while all hold.
  const std::string& broken() const { return broken_; }

 private:
  Decision ask(std::uint32_t n, Said said);
  std::uint32_t keep(const State& state);
  std::uint16_t keep(const Orders& orders);

  bool patience_;
  StateSet states_{};
  std::vector<Stance> stances_{};
  std::vector<Orders> orders_{};
  IndexedSet<std::uint64_t, QuestionHash> questions_{};  // state and fact
  std::vector<Decision> answers_{};                      // to each, in the same order
  std::string broken_{};
};

}  // namespace earshot
