// Everything that decides what happens next, in one value without heap, so that all of it can be visited. Its
// members are grouped by how long they are remembered: to forget a group is to assign `{}`.
#pragma once
#include "core/values/environment.hpp"
#include "core/values/fact.hpp"
#include "core/values/observations.hpp"
#include "core/values/title.hpp"

namespace earshot {

EARSHOT_WORDS(Phase, starting, idle, opening, asking, choosing, live, interrupted, blocked, chatting, ended)
EARSHOT_WORDS(Network, untested, open, blocked)
// What is under way beside the session, whose phase it leaves alone: a request that will be refused at once,
// as that brings the browser's crossed-out icon back for the steps to point at; or the visitor pressed the
// browser's own recovery element, this one.
EARSHOT_WORDS(Aside, none, reveal, usermedia, microphone, camera)

// The site's wishes that matter to the core.
struct Settings {
  bool camera = false;            // a video call; the microphone always takes part
  bool log = true;                // explain each verdict to the site owner in the console
  bool guard = false;             // the host's SDK opens the media; we clear the way and watch
  bool notifications = false;     // the site rings its visitors
  bool remember = false;          // the site consents to keeping prompt counts across visits
  bool media_session = true;      // keep the browser's own mute buttons in step
  bool wake_lock = true;          // keep the screen awake during a call
  bool verdicts_at_once = false;  // and not only once somebody wants to talk
  bool hear_while_muted = false;
  std::int32_t host_wait_ms = host_expected_ms;  // guard mode
  auto operator<=>(const Settings&) const = default;
};

// Where the page stands on the visitor's screen.
struct Page {
  bool visible = true;
  bool focused = true;
  auto operator<=>(const Page&) const = default;
};

// As long as the page is there.
struct Visit {
  bool begun = false;       // somebody has wanted to talk or to write
  bool audio_only = false;  // by the visitor's choice
  bool advised = false;     // how to stay allowed has been said once
  bool several_microphones = false;
  bool no_output = false;  // Firefox, which measures nothing then: neither loudspeaker nor headset is listed
  bool element_refused = false;  // the browser's recovery element could not be used where it stands
  Network network = Network::untested;
  auto operator<=>(const Visit&) const = default;
};

// One media kind: what we believe of it and why, and what we hold.
struct Device {
  Observations seen{};
  Track track{};
  auto operator<=>(const Device&) const = default;

  bool held() const { return track.state != TrackState::none; }
};

// The request in flight: until its answer.
struct Asking {
  Kinds kinds{};           // empty: none is in flight
  bool prompting = false;  // the browser is probably showing its prompt
  // The permission says so: whoever answers it has answered just then, and nothing of ours goes before it.
  bool person_answers = false;
  bool looked_for = false;  // the visitor does not see the prompt
  bool slow = false;       // no prompt is expected, and yet it takes long: until one is, or it is given up on
  bool unfocused = false;  // Firefox holds it until its window is in front
  Kinds ignored{};         // it has been open for long
  auto operator<=>(const Asking&) const = default;
};

// Until the call is left. Some of it may be known before the call begins: how the sound of the page is, and
// that there is advice to give.
struct Call {
  bool begun = false;  // the host has its stream
  bool muted = false;  // by the visitor
  Kinds lent{};        // guard mode: what the host attached and has not taken back
  AudioContextState audio = AudioContextState::running;  // of the context that measures
  bool audio_lasts = false;     // the system has kept the sound away for longer than a blip
  bool output_blocked = false;  // the host may not play the far end yet
  FarEnd far_end = FarEnd::ready;
  bool hears_nothing = false;    // the visitor says so
  Away away = Away::none;        // where the page has just been, until the call is steady again
  std::uint8_t resumptions = 0;  // by itself, since the call was last steady
  bool advising = false;  // how to stay allowed is being said, or will be as soon as somebody can be heard
  auto operator<=>(const Call&) const = default;
};

// Permissions that the glue re-reads, as no change event would come.
struct Polling {
  Kinds kinds{};
  std::uint8_t pace = 0;  // how far it has slowed down
  auto operator<=>(const Polling&) const = default;
};

// The site's wish to show notifications.
struct Notifications {
  Permission permission = Permission::unknown;
  std::uint8_t dismissals = 0;  // on this page
  bool refused = false;         // a request of this page was denied
  bool guided = false;          // the visitor is being told how to allow them
  auto operator<=>(const Notifications&) const = default;
};

// What host, console and screen reader heard last.
struct Told {
  Cause microphone = Cause::none;
  Cause camera = Cause::none;
  Title title = Title::getting_ready;
  auto operator<=>(const Told&) const = default;

  Cause of(MediaKind kind) const { return kind == mic ? microphone : camera; }
  Cause& of(MediaKind kind) { return kind == mic ? microphone : camera; }
};

struct State {
  Phase phase = Phase::starting;
  Settings settings{};
  Environment environment{};
  Page page{};
  Visit visit{};
  Device microphone{};
  Device camera{};
  Request request = 0;          // the newest
  Kinds put_off{};              // to be opened in a moment, without a press
  Asking asking{};              // with `request`
  Aside aside = Aside::none;    // with `request`
  bool pressed_lately = false;  // before a call: the visitor's wish to talk is less than a minute old
  bool host_turn = false;       // guard mode: the way is clear, the host opens the media
  Call call{};
  Polling polling{};
  Notifications notifications{};
  Told told{};
  auto operator<=>(const State&) const = default;

  const Device& device(MediaKind kind) const { return kind == mic ? microphone : camera; }
  Device& device(MediaKind kind) { return kind == mic ? microphone : camera; }
  bool in_flight() const { return asking.kinds.any(); }
  // Nothing was expected to be asked, and no answer has come for long: it may never come.
  bool given_up_on() const { return asking.ignored.any() && !asking.prompting; }
  Kinds recovers() const {
    return {aside == Aside::usermedia || aside == Aside::microphone,
            aside == Aside::usermedia || aside == Aside::camera};
  }
  bool recovering() const { return aside != Aside::none && aside != Aside::reveal; }
  bool busy() const { return in_flight() || aside != Aside::none; }
  Kinds held() const { return {microphone.held(), camera.held()}; }
  // In guard mode the host decides what its call has: what it never attached, or took back, is not wanted.
  Kinds wanted() const {
    const Kinds ours{true, settings.camera && !visit.audio_only};
    return settings.guard && call.begun ? ours.only(call.lent) : ours;
  }
  Kinds missing() const { return wanted().without(held()); }
};

// A track that keeps ending is not opened again for ever.
inline constexpr int most_resumptions = 3;

}  // namespace earshot
