// Everything that decides what happens next, in one value without heap, so that all of it can be visited.
#pragma once
#include "core/cause.hpp"
#include "core/evidence.hpp"
#include "core/title.hpp"

namespace earshot {

EARSHOT_WORDS(Phase, starting, idle, opening, asking, choosing, live, interrupted, blocked, chatting, ended)
EARSHOT_WORDS(Track, none, live, muted)
EARSHOT_WORDS(Network, untested, open, blocked)
// What is under way beside the session, whose phase it leaves alone: a request that will be refused at once, as that brings the
// browser's crossed-out icon back for the steps to point at; or the visitor pressed the browser's own recovery element, this one.
EARSHOT_WORDS(Aside, none, reveal, usermedia, microphone, camera)

// The site's wishes that matter to the core.
struct Settings {
  bool camera = false;  // a video call; the microphone always takes part
  bool log = true;      // explain each verdict to the site owner in the console
  bool guard = false;          // the host's SDK opens the media; we clear the way and watch
  bool notifications = false;  // the site rings its visitors
  bool remember = false;       // the site consents to keeping prompt counts across visits
  bool media_session = true;   // keep the browser's own mute buttons in step
  bool hear_while_muted = false;
  auto operator<=>(const Settings&) const = default;
};

// One capability: what we believe of it, why, and what we hold.
struct Device {
  Evidence evidence{};
  Track track = Track::none;
  TrackId track_id = 0;
  Request request = 0;    // that opened the track
  bool polled = false;    // the glue re-reads the permission, as no change event would come
  Cause told = Cause::none;  // the verdict that host and console heard last
  auto operator<=>(const Device&) const = default;

  bool held() const { return track != Track::none; }
};

// The site's wish to show notifications.
struct Ring {
  Permission permission = Permission::unknown;
  std::uint8_t dismissals = 0;  // on this page
  bool refused = false;         // a request of this page was denied
  bool guided = false;          // the visitor is being told how to allow them
  auto operator<=>(const Ring&) const = default;
};

struct State {
  Phase phase = Phase::starting;
  Settings settings{};
  Environment environment{};
  Device microphone{};
  Device camera{};
  Request request = 0;        // the newest
  Kinds awaiting{};           // what the request in flight asked for; empty: none is in flight
  bool prompting = false;         // the browser is probably showing its prompt
  bool person_answers = false;    // the permission said so when the request was made: whoever answers it has answered just then
  bool muted = false;         // by the visitor
  bool audio_only = false;    // by the visitor's choice
  bool in_call = false;       // the host has this call's stream
  bool pressed_lately = false;  // before a call: the visitor's wish to talk is less than a minute old
  Kinds lent{};               // guard mode, in a call: what the host attached and has not taken back
  bool visible = true;
  bool focused = true;
  AudioContextState audio = AudioContextState::running;  // of the context that measures
  bool audio_lasts = false;        // the system has kept the sound away for longer than a blip
  bool output_blocked = false;     // the host may not play the far side yet
  Away away = Away::none;          // where the page has just been, until the call is steady again
  bool prompt_unseen = false;      // the visitor looks for the question
  Aside aside = Aside::none;       // with `request`
  bool advised = false;            // how to stay allowed has been said once
  bool advising = false;           // and is being said, or will be as soon as somebody can be heard
  bool host_turn = false;          // guard mode: the way is clear, the host opens the media
  bool several_microphones = false;
  Network network = Network::untested;
  std::uint8_t resumptions = 0;    // by itself, since the call was last steady
  std::uint8_t poll_pace = 0;      // how far polling has slowed down
  Ring ring{};
  Title announced = Title::getting_ready;
  auto operator<=>(const State&) const = default;

  const Device& device(Capability kind) const { return kind == Capability::microphone ? microphone : camera; }
  Device& device(Capability kind) { return kind == Capability::microphone ? microphone : camera; }
  bool in_flight() const { return awaiting.any(); }
  Kinds recovers() const { return {aside == Aside::usermedia || aside == Aside::microphone, aside == Aside::usermedia || aside == Aside::camera}; }
  bool recovering() const { return aside != Aside::none && aside != Aside::reveal; }
  bool busy() const { return in_flight() || aside != Aside::none; }
  Kinds held() const { return {microphone.held(), camera.held()}; }
  // In guard mode the host decides what its call has: what it never attached, or took back, is not wanted.
  Kinds wanted() const {
    const Kinds ours{true, settings.camera && !audio_only};
    return settings.guard && in_call ? ours.only(lent) : ours;
  }
  Kinds missing() const { return wanted().without(held()); }
};

// A track that keeps ending is not opened again for ever.
inline constexpr int most_resumptions = 3;

}  // namespace earshot
