// What a visitor should see: ids and parameters, never sentences.
#pragma once
#include <optional>
#include <string_view>
#include <vector>
#include "core/guidance.hpp"
#include "core/state.hpp"

namespace earshot {

EARSHOT_WORDS(Orb, starting, idle, opening, asking, choosing, live, live_audio_only, interrupted, blocked, chatting, ended)
// What one kind of media is doing now.
EARSHOT_WORDS(Medium, off, asking, live, muted, lost, blocked)
// The element with which this browser lifts a block inside the page.
EARSHOT_WORDS(Recovery, none, usermedia, microphone, camera)
// Whether this site may show notifications. `off`: it does not want to.
EARSHOT_WORDS(Notice, off, prompt, granted, blocked)

struct View {
  Orb orb = Orb::starting;
  Title title = Title::getting_ready;
  std::vector<Step> steps{};
  std::vector<Action> actions{};  // the first is the obvious next one
  Picture picture = Picture::none;
  Pointer pointer = Pointer::none;
  Medium microphone = Medium::off;
  Medium camera = Medium::off;
  Notice notifications = Notice::off;
  std::optional<Capability> kind{};  // whose trouble is being explained
  Recovery recovery = Recovery::none;
  std::string_view link{};     // of the system's settings, for `open_settings`
  std::string_view address{};  // of the browser's settings, to be typed or copied
  Browser browser = Browser::other;  // whose name the words use
  bool operator==(const View&) const = default;
};

// The same for the other end of the call, which has no page to look at.
struct Message {
  Orb state = Orb::starting;
  bool heard = false;  // sound that somebody could hear goes out
  bool seen = false;
  bool texting = false;
  Medium microphone = Medium::off;
  Medium camera = Medium::off;
  Cause microphone_cause = Cause::none;
  Cause camera_cause = Cause::none;
  bool operator==(const Message&) const = default;
};

View view(const State& state);
Message message_of(const State& state);

// Parts of the view that are compared after every fact.
Orb orb_of(const State& state);
Title title_of(const State& state);
Medium medium_of(const State& state, Capability kind);
Notice notice_of(const State& state);

// The one capability whose trouble is being explained, if any.
std::optional<Capability> explained(const State& state);
// The recovery element that helps now, and what it asks for.
Recovery recovery_of(const State& state);
Kinds kinds_of(Recovery element);
// Can the browser's crossed-out icon be brought back, without a question?
bool can_be_shown(const State& state, Capability kind, Cause cause);
// What a card would say of this cause here, as a table of guidance needs it. No state leads to each of them.
View card_for(Cause cause, Capability kind, const Environment& environment);

// The visitor's third dismissal would make Chromium block the site for a week: stop asking before it.
bool asking_is_over(const State& state, Capability kind);

}  // namespace earshot
