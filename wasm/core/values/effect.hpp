// What the core orders, as comparable data. Sequence matters: the glue obeys first to last, in the caller's
// own task.
#pragma once
#include <string_view>
#include <variant>
#include <vector>
#include "core/values/observations.hpp"
#include "core/values/view.hpp"

namespace earshot {

// How a page gets out of another app's web view.
EARSHOT_WORDS(WayOut, none, intent, safari, line)
// As `aria-live` has it.
EARSHOT_WORDS(Urgency, off, polite, assertive)
EARSHOT_WORDS(HostEvent, state, stream, track_replaced, verdict, chat, cleared, message)

// clang-format off
struct ReadPermission { Capability kind; bool operator==(const ReadPermission&) const = default; };
// `poll_ms` 0: change events are enough.
struct WatchPermission { Capability kind; int poll_ms; bool operator==(const WatchPermission&) const = default; };
// `same`: of these kinds the device that was used last, by its id.
struct Open { Request request; Kinds kinds; Kinds same{}; bool operator==(const Open&) const = default; };
struct Close { Request request; Kinds kinds; bool operator==(const Close&) const = default; };
// The visitor's own mute: the track goes on, without sound.
struct Enable { Kinds kinds; bool on; bool operator==(const Enable&) const = default; };
struct SetTimer { Timer timer; int ms; bool operator==(const SetTimer&) const = default; };
struct CancelTimer { Timer timer; bool operator==(const CancelTimer&) const = default; };
// `behind_mute`: also while the visitor's own mute is on.
struct WatchLevel { bool on; bool behind_mute = false; bool operator==(const WatchLevel&) const = default; };
struct OpenChat { bool operator==(const OpenChat&) const = default; };
struct CloseChat { bool operator==(const CloseChat&) const = default; };
// `off`: nothing is said, and what was said last holds no longer.
struct Announce { Title title; Urgency urgency; bool operator==(const Announce&) const = default; };
// Also when only a mute changed: hosts show it.
struct TellState { Orb orb; Medium microphone; Medium camera; Notice notifications; bool operator==(const TellState&) const = default; };
struct TellStream { Request request; Kinds kinds; bool operator==(const TellStream&) const = default; };
// `request` 0: that kind is lost, and nothing replaces it for now.
struct TellTrackReplaced { MediaKind kind; Request request; bool operator==(const TellTrackReplaced&) const = default; };
struct TellChat { ChatState state; bool operator==(const TellChat&) const = default; };
// The verdict on this kind, with what it rests on besides: to the host, and as one block to the site owner's console. The verdict
// itself crosses with the answer.
struct TellVerdict { Capability kind; Permission permission; Refusal refusal; bool operator==(const TellVerdict&) const = default; };
// Follows a TellVerdict of the same kind.
struct LogVerdict { Capability kind; bool operator==(const LogVerdict&) const = default; };
// Guard mode: nothing stands in the way of the host's own request any more.
struct TellCleared { Kinds kinds; bool operator==(const TellCleared&) const = default; };
// What the far end should know, so that nobody waits for an answer that cannot come.
struct TellMessage { Message message; bool operator==(const TellMessage&) const = default; };
struct WatchFrames { bool on; bool operator==(const WatchFrames&) const = default; };
// The sound of the page: the context that measures, and what the host plays.
struct ResumeAudio { bool operator==(const ResumeAudio&) const = default; };
struct SetMediaSession { bool on; bool microphone; bool camera; bool operator==(const SetMediaSession&) const = default; };
// The screen stays awake. A browser gives this only to a page that is visible, and takes it back when it hides the page.
struct SetWakeLock { bool on; bool operator==(const SetWakeLock&) const = default; };
// For the site's later visits. Only where the site keeps it.
struct Remember { MediaKind kind; bool asked; int dismissals; int ignores; bool operator==(const Remember&) const = default; };
struct RequestNotifications { bool operator==(const RequestNotifications&) const = default; };
// The press on the browser's own recovery element is under way: its answer carries this number. Nothing to open.
struct Recover { Request request; Kinds kinds; bool operator==(const Recover&) const = default; };
// A page of the system's settings. The browser asks the visitor before it hands the address on.
struct OpenLink { std::string_view url; bool operator==(const OpenLink&) const = default; };
struct LeaveApp { WayOut way; bool operator==(const LeaveApp&) const = default; };
// "": the address of this page.
struct Copy { std::string_view text; bool operator==(const Copy&) const = default; };
struct OpenTab { bool operator==(const OpenTab&) const = default; };
struct Reload { bool operator==(const Reload&) const = default; };
// clang-format on

using Effect = std::variant<ReadPermission, WatchPermission, Open, Close, Enable, SetTimer, CancelTimer,
                            WatchLevel, OpenChat, CloseChat, Announce, TellState, TellStream,
                            TellTrackReplaced, TellVerdict, TellChat, LogVerdict, OpenTab, Reload,
                            TellCleared, TellMessage, WatchFrames, ResumeAudio, SetMediaSession, SetWakeLock,
                            Remember, RequestNotifications, Recover, OpenLink, LeaveApp, Copy>;
using Effects = std::vector<Effect>;

}  // namespace earshot
