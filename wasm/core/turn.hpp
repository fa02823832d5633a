// One fact being worked on: the state as it becomes, and the orders as they are given. Only reduce and its parts use it.
#pragma once
#include <utility>
#include "core/effect.hpp"
#include "core/state.hpp"

namespace earshot {

// How long a prompt may stay open before the visitor is helped to find it.
inline constexpr int prompt_ignored_ms = 15'000;
// Chromium's recovery element delivers 70 to 370 ms after the permission changed; a block that was lifted elsewhere brings nothing.
inline constexpr int recovery_expected_ms = 3000;
inline constexpr int advice_read_ms = 12'000;
// After so long a press counts no longer as the wish to be heard now: the visitor may have turned to something else.
inline constexpr int press_lapses_ms = 60'000;

struct Turn {
  State s;
  Effects effects{};

  void order(Effect effect) { effects.push_back(std::move(effect)); }
};

// press.cpp
void press(Turn& t, Action action);
void press_mute(Turn& t, bool muted);

// hearing.cpp: what is heard and seen of the tracks that are held.
void on(Turn& t, const TrackMuted& fact);
void on(Turn& t, const TrackUnmuted& fact);
void on(Turn& t, const Level& fact);
void on(Turn& t, const Frames& fact);
void on(Turn& t, const AudioContextChanged& fact);
void on(Turn& t, const OutputChanged& fact);
void mute_has_lasted(Turn& t);
void resume_audio(Turn& t);
Device* holder_of(State& s, TrackId track);

// ring.cpp: notifications.
void on(Turn& t, const NotificationsAnswered& fact);
void read_ring(Turn& t, Permission state);
void press_ring(Turn& t);

// session.cpp: opening, losing and closing media.
void wish(Turn& t);                          // a visitor's press that says: I want to be heard
void lapse(Turn& t);                         // it was fulfilled, taken back, or is too old
bool may_begin(const State& s);              // a call, by itself: nobody is heard unseen, or because of an old press
void ask(Turn& t, bool camera_too = false);  // a visitor's press: whatever it takes to be live
void pursue(Turn& t);                        // without a press: only what cannot prompt
bool replace_worn(Turn& t);                  // a track that is held and no good, for a fresh one
void place(Turn& t);                         // where the session stands now that nothing is in flight
void settle(Turn& t, Kinds arrived, Request request);
void open(Turn& t, Kinds kinds);
void answered(Turn& t);                      // the request in flight has its answer
void lose(Turn& t, Capability kind, Loss loss);
void close_kinds(Turn& t, Kinds kinds);
void leave_call(Turn& t, Phase to);
void recover(Turn& t);                       // the browser's own recovery element was pressed
void reveal(Turn& t);                        // the browser's crossed-out icon comes back for some seconds
void detach(Turn& t);                        // the host took its own tracks back
void steady(Turn& t);                        // counts from here whether the call holds
// After these it is worth a sentence how to stay allowed: the others were nobody's decision about this site.
bool says_how_to_stay(Cause told);
bool in_trouble(const State& s, Capability kind);

// poll.cpp: WebKit announces no change of a permission.
void keep_polling(Turn& t);                  // as often as the state after this fact needs it
void slow_down(Turn& t);
void hurry_up(Turn& t);                      // something happened that a change may have come with

// narrate.cpp: tells host, console and screen reader what has changed since `before`.
void narrate(const State& before, Turn& t);

}  // namespace earshot
