// What the browser or the visitor did: past tense, raw, and nothing about what it means or what to do.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>
#include "core/environment.hpp"

namespace earshot {

EARSHOT_WORDS(Action, orb, try_again, recover, audio_only, enable_camera, mute, unmute, open_chat, back_to_voice,
              switch_device, reload, open_in_tab, copy_report, end, dismiss)
EARSHOT_WORDS(Timer, prompt_expected, prompt_ignored, steady)
EARSHOT_WORDS(ChatState, connecting, open, closed, failed)
EARSHOT_WORDS(AudioContextState, running, suspended, interrupted)

struct TrackRef {
  Capability kind;
  TrackId track;
  bool operator==(const TrackRef&) const = default;
};

struct EnvironmentSeen { Environment environment; };
// `live`: it came from a change event or a poll, not from a reading that we ordered.
struct PermissionRead { Capability kind; Permission state; bool live = false; };
struct DevicesRead { int microphones; int cameras; bool labelled = false; bool selected_present = true; };
struct Pressed { Action action; };
struct RequestOpened { Request request; std::vector<TrackRef> tracks; };
// The rejection of getUserMedia as it came. `elapsed_ms` since the call; `activated`: the page had a user activation.
struct RequestFailed {
  Request request;
  std::string name;
  std::string message;
  std::string constraint;
  int elapsed_ms = 0;
  bool activated = true;
};
struct TrackEnded { TrackId track; };
struct TrackMuted { TrackId track; };
struct TrackUnmuted { TrackId track; };
// `dbfs`: no value means exact digital silence. `valid`: context running, page visible, track enabled.
struct Level { std::optional<double> dbfs; bool valid = true; int span_ms = 0; };
struct PageChanged { bool visible = true; bool focused = true; bool frozen = false; bool restored = false; int slept_ms = 0; };
struct TimerFired { Timer timer; };
struct RecoveryCancelled { Capability kind; };
struct RecoveryStreamed { std::vector<TrackRef> tracks; };
struct StreamAttached { std::vector<TrackRef> tracks; };
struct AudioContextChanged { AudioContextState state; std::string session_type; };
struct NetworkTested { bool udp; bool relay; bool server_reflexive; int elapsed_ms = 0; };
struct ChatChanged { ChatState state; };

using Fact = std::variant<EnvironmentSeen, PermissionRead, DevicesRead, Pressed, RequestOpened, RequestFailed, TrackEnded,
                          TrackMuted, TrackUnmuted, Level, PageChanged, TimerFired, RecoveryCancelled, RecoveryStreamed,
                          StreamAttached, AudioContextChanged, NetworkTested, ChatChanged>;

}  // namespace earshot
