// One fact being worked on: the state as it becomes, and the orders as they are given. Only the files of this
// room use it.
#pragma once
#include <optional>
#include <utility>
#include "core/values/effect.hpp"
#include "core/values/state.hpp"

namespace earshot {

struct Turn {
  State s;
  Effects effects{};

  void order(Effect effect) { effects.push_back(std::move(effect)); }
};

// news.cpp: what the browser, the page and the clock tell.
void on(Turn& t, const EnvironmentSeen& fact);
void on(Turn& t, const PermissionRead& fact);
void on(Turn& t, const DevicesRead& fact);
void on(Turn& t, const Pressed& fact);
void on(Turn& t, const TrackEnded& fact);
void on(Turn& t, const PageChanged& fact);
void on(Turn& t, const TimerFired& fact);
void on(Turn& t, const NetworkTested& fact);
void on(Turn& t, const ChatChanged& fact);
void on(Turn& t, const MediaSessionActed& fact);
void on(Turn& t, const FarEndReported& fact);
void on(Turn& t, const TrackStopped& fact);
void on(Turn& t, const Remembered& fact);

// answers.cpp: streams and refusals.
void on(Turn& t, const RequestOpened& fact);
void on(Turn& t, const RequestFailed& fact);
void on(Turn& t, const RecoveryCancelled& fact);
void on(Turn& t, const RecoveryStreamed& fact);
void on(Turn& t, const RecoveryFailed& fact);
void on(Turn& t, const StreamAttached& fact);
void on(Turn& t, const StreamDetached& fact);
void on(Turn& t, const HostFailed& fact);

// held_tracks.cpp: what is heard and seen of the tracks that are held.
void on(Turn& t, const TrackMuted& fact);
void on(Turn& t, const TrackUnmuted& fact);
void on(Turn& t, const TrackSwitched& fact);
void on(Turn& t, const Level& fact);
void on(Turn& t, const Frames& fact);
void on(Turn& t, const AudioContextChanged& fact);
void on(Turn& t, const OutputChanged& fact);
void mute_has_lasted(Turn& t);
void mute_has_aged(Turn& t);
void resume_audio(Turn& t);
std::optional<MediaKind> kind_of(const State& s, TrackId track);  // of a track that is held

// notifications.cpp
void on(Turn& t, const NotificationsAnswered& fact);
void read_notifications(Turn& t, Permission state);
void press_notifications(Turn& t);

// press.cpp: what each press means.
void press(Turn& t, Action action);
void press_mute(Turn& t, bool muted);

// asking.cpp: asking for media. Nothing else orders an `open`.
void wish(Turn& t);              // a visitor's press that says: I want to be heard
void lapse(Turn& t);             // it was fulfilled, taken back, or is too old
bool may_begin(const State& s);  // a call, by itself: nobody is heard unseen, or because of an old press
void ask(Turn& t, bool camera_too = false);  // a visitor's press: whatever it takes to be live
void pursue(Turn& t);                        // without a press: only what cannot prompt
bool replace_worn(Turn& t);                  // a track that is held and no good, for a fresh one
void open_anew(Turn& t);                     // the same after a press, whatever the browser asks
void open(Turn& t, Kinds kinds);
void put_off(Turn& t, Kinds kinds, int ms);  // these are opened in a moment
void no_longer_put_off(Turn& t);
bool try_once_more(Turn& t, MediaKind kind);  // after a failure that we may have brought about ourselves
void answered(Turn& t);                       // the request in flight has its answer
void recover(Turn& t);                        // the browser's own recovery element was pressed
void reveal(Turn& t);                         // the browser's crossed-out icon comes back for some seconds
void look_again(Turn& t);                     // something changed that may have cleared the way
void read_permissions(Turn& t, Kinds kinds);
bool granted(const State& s, MediaKind kind);
// Can this kind be had back by itself: without a prompt, and not against the visitor's wish?
bool resumable(const State& s, MediaKind kind);

// media.cpp: having media.
void place(Turn& t);  // where the session stands now that nothing is in flight
void settle(Turn& t, Kinds arrived, Request request);  // media arrived. `request` 0: from the host
void lose(Turn& t, MediaKind kind, Loss loss);
void close_kinds(Turn& t, Kinds kinds);
void leave_call(Turn& t, Phase to);
void end_host_turn(Turn& t);
void no_longer_cleared(State& s, Kinds kinds);  // what we closed for the host is free by now
void detach(Turn& t);                           // the host took its own tracks back
void steady(Turn& t);                           // counts from here whether the call holds

// tries.cpp: what a refusal says of the explanation that the visitor followed.
void absolve(State& s);  // the kind that was not to blame for a combined request
void count_failed_try(State& s, MediaKind kind);
void forget_stale_tries(State& s);

}  // namespace earshot
