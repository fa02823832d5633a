// What the browser or the visitor did: past tense, raw, and nothing about what it means or what to do.
#pragma once
#include <optional>
#include <string_view>
#include <variant>
#include "core/values/environment.hpp"
#include "core/values/few.hpp"

namespace earshot {

EARSHOT_WORDS(Action, orb, try_again, recover, audio_only, enable_camera, mute, unmute, open_chat,
              back_to_voice, switch_device, reload, open_in_tab, copy_report, end, dismiss, cannot_see_prompt,
              hear, allow_notifications, show_where, open_settings, copy_address, leave_app, copy_link,
              cannot_hear)
EARSHOT_WORDS(Timer, prompt_expected, prompt_ignored, steady, mute_lasts, hidden_long, poll_slower,
              host_expected, recovery_expected, advice_read, press_lapses, mute_ages, withdrawal, try_later,
              far_end_late)
EARSHOT_WORDS(ChatState, connecting, open, closed, failed)
EARSHOT_WORDS(AudioContextState, running, suspended, interrupted)
// What the host knows of the far end: it is not there yet, or it hears its own voice come back. `late`: it is
// not there after long. `untaken`: nobody on the page has taken the stream, so there is none.
EARSHOT_WORDS(FarEnd, ready, connecting, echo, late, untaken)
// What a browser's own buttons ask of a page (Media Session).
EARSHOT_WORDS(MediaSessionAction, togglemicrophone, togglecamera, hangup)

struct TrackRef {
  MediaKind kind;
  TrackId track;
  bool is_virtual = false;  // its device is a cable or a monitor in software, going by its name
  bool operator==(const TrackRef&) const = default;
};

// A page has no reason for more.
inline constexpr std::size_t most_tracks = 16;
using TrackRefs = Few<TrackRef, most_tracks>;

// Texts belong to whoever made the fact: it is looked at, and gone.
// clang-format off
struct EnvironmentSeen { Environment environment; };
// `live`: it came from a change event or a poll, not from a reading that we ordered.
struct PermissionRead { Capability kind; Permission state; bool live = false; };
// `default_changed`: the system's default microphone is another than at the last look.
struct DevicesRead {
  int microphones;
  int cameras;
  bool labelled = false;
  bool selected_present = true;
  bool default_changed = false;
  int outputs = -1;  // loudspeakers and headsets; -1: not known
};
struct Pressed { Action action; };
struct RequestOpened { Request request; TrackRefs tracks; };
// The rejection of getUserMedia as it came. `elapsed_ms` since the call; `activated`: the page had a user activation.
struct RequestFailed {
  Request request;
  std::string_view name;
  std::string_view message;
  std::string_view constraint;
  int elapsed_ms = 0;
  bool activated = true;
};
struct TrackEnded { TrackId track; };
struct TrackMuted { TrackId track; };
struct TrackUnmuted { TrackId track; };
// A script of the page ended it, which no event tells.
struct TrackStopped { TrackId track; };
// A script of the page switched it (`enabled`), and not we.
struct TrackSwitched { TrackId track; bool on; };
// `dbfs`: no value means exact digital silence. `valid`: context running, page visible, track enabled.
// `behind_mute`: heard while the visitor's own mute is on, where the site asked for that. `starved`: the device gave no samples
// at all, not even zeros.
struct Level { std::optional<double> dbfs; bool valid = true; int span_ms = 0; bool behind_mute = false; bool starved = false; };
// How many pictures the camera gave. `valid`: page visible, track enabled.
struct Frames { TrackId track; int frames; int span_ms; bool valid = true; };
struct PageChanged { bool visible = true; bool focused = true; bool frozen = false; bool restored = false; int slept_ms = 0; };
struct TimerFired { Timer timer; };
// The browser's own recovery element. `request`: the one that its press was given; 0: the newest.
// `elapsed_ms` since the press.
struct RecoveryCancelled { MediaKind kind; Request request = 0; int elapsed_ms = 1'000; };
struct RecoveryStreamed { TrackRefs tracks; Request request = 0; };
struct StreamAttached { TrackRefs tracks; };
struct StreamDetached {};  // the host took it back: its tracks go on without us
struct AudioContextChanged { AudioContextState state; std::string_view session_type; };
struct NetworkTested { bool udp; bool relay; bool server_reflexive; int elapsed_ms = 0; };
struct ChatChanged { ChatState state; };
struct OutputChanged { bool blocked; };  // the host's own playback: autoplay rules refuse it
// `activating`: it is to be switched on (Safari says so, where it mutes a page by itself).
struct MediaSessionActed { MediaSessionAction action; bool activating = false; };
// What an earlier visit to this site stored, where the site keeps it.
struct Remembered { MediaKind kind; bool asked; int dismissals; int ignores; };
struct NotificationsAnswered { Permission state; int elapsed_ms; };
// What the element's `error` said. InvalidStateError: it cannot be used on this page.
struct RecoveryFailed { MediaKind kind; Request request; std::string_view name; std::string_view message; };
// Guard mode: the host's own request was rejected.
struct HostFailed { Kinds kinds; std::string_view name; std::string_view message; std::string_view constraint; };
struct FarEndReported { FarEnd state; };
// clang-format on

using Fact =
    std::variant<EnvironmentSeen, PermissionRead, DevicesRead, Pressed, RequestOpened, RequestFailed,
                 TrackEnded, TrackMuted, TrackUnmuted, Level, PageChanged, TimerFired, RecoveryCancelled,
                 RecoveryStreamed, StreamAttached, AudioContextChanged, NetworkTested, ChatChanged, Frames,
                 StreamDetached, OutputChanged, MediaSessionActed, Remembered, NotificationsAnswered,
                 RecoveryFailed, TrackStopped, TrackSwitched, HostFailed, FarEndReported>;

}  // namespace earshot
