// What a visitor should see: ids and parameters, never sentences.
#pragma once
#include <vector>
#include "core/guidance.hpp"
#include "core/state.hpp"

namespace earshot {

EARSHOT_WORDS(Orb, starting, idle, checking, asking, choosing, live, live_audio_only, interrupted, blocked, chatting, ended)
// What one kind of media is doing now.
EARSHOT_WORDS(Medium, off, asking, live, muted, lost, blocked)

struct View {
  Orb orb = Orb::starting;
  Title title = Title::getting_ready;
  std::vector<Step> steps{};
  std::vector<Action> actions{};  // the first is the obvious next one
  Picture picture = Picture::none;
  Pointer pointer = Pointer::none;
  Medium microphone = Medium::off;
  Medium camera = Medium::off;
  bool operator==(const View&) const = default;
};

View view(const State& state);

// Parts of the view that are compared after every fact.
Orb orb_of(const State& state);
Title title_of(const State& state);
Medium medium_of(const State& state, Capability kind);

// The visitor's third dismissal would make Chromium block the site for a week: stop asking before it.
bool asking_is_over(const State& state, Capability kind);

}  // namespace earshot
