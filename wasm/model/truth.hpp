// What is really granted, plugged in, live and asked, and which news of it the page has not heard yet.
#pragma once
#include <cstdint>
#include "model/said.hpp"

namespace earshot {

enum class TrackTruth : std::uint8_t { none, live, ended };  // ended: and the page has not heard of it

struct KindTruth {
  Permission permission = Permission::prompt;
  // The page cannot see it. Firefox: "granted" that asks all the same, or a block shown as "prompt". WebKit:
  // a stored Deny, shown as "prompt" until it has refused a request of this page.
  bool secret = false;
  bool once = false;     // granted for this visit, and forgotten (S, Chromium 3.1 to 3.4; M, WebKit A10)
  bool refused = false;  // WebKit: alone, in this page: it asks again, or opens, only in a press (M, A2)
  Permission told = Permission::unknown;  // what the page heard last
  bool witnessed = false;  // since then the page has had a stream: a better proof than any reading
  bool reading = false;    // the page asked for the state and has no answer yet
  bool polled = false;
  bool present = true;
  bool another = false;    // beside the one that is used or would be
  bool moved = false;      // the default is another one, and the page has not heard of it
  bool used_gone = false;  // of the one that was used last only the list tells
  bool stands_in = false;  // the track is the loudspeaker's own sound (M, Gecko D7)
  bool busy = false;
  bool by_system = false;
  TrackTruth track = TrackTruth::none;
  bool muted = false, mute_told = false;
  bool switched_off = false;  // by the page's own scripts (`enabled`), also beyond the track's end
  // By the browser itself. WebKit: the whole page (S, B1, B2). Firefox: with its own button (M, Gecko D3).
  bool page_muted = false;
  bool action_untold = false;  // of that the page's media session hears first (T, B1)
  std::uint8_t dismissals = 0;
};

// Of the pending request. `hung`: behind another question of this tab, behind one of the system's, or for
// ever.
// `system`: the visitor has allowed it in the browser's question, or need not be asked, and the system has a
// question of its own.
enum class Stage : std::uint8_t { none, prompting, held, hung, system, opened, failed };

// A request that the page has given up on, as no answer came for long. It may still be answered.
enum class Late : std::uint8_t { none, pending, opened, failed };

// The browser's own recovery element, from the click to the news of it. Its tracks are the page's once they
// are delivered.
enum class Dialog : std::uint8_t { none, open, accepted, cancelled, unusable, no_device };
// The request that only brings the crossed-out icon back. It is meant to be refused, and stands beside all
// others.
enum class Quiet : std::uint8_t { none, prompting, opened, failed };

struct Truth {
  KindTruth microphone{}, camera{};
  std::uint8_t asked = 0;         // kinds of the pending request
  bool refused_together = false;  // WebKit: binds requests for both kinds only (M, A3)
  Stage stage = Stage::none;
  Late late = Late::none;
  std::uint8_t late_asks = 0;
  Failing failing = Failing::denied;
  bool at_once = false;
  Dialog dialog = Dialog::none;
  std::uint8_t dialog_asks = 0;
  Quiet quiet = Quiet::none;
  MediaKind quiet_asks = mic;
  bool activated = false;
  bool tied = false;      // one combined stream: in Chromium its tracks end together
  bool disabled = false;  // the microphone's track, by the visitor's mute
  bool visible = true;
  bool in_front = true;  // the browser's window
  bool list_untold = false;
  bool looks = true;  // at the devices: the page does so by itself
  bool listening = false;
  bool sound_gone = false;
  bool no_output = false;   // no loudspeaker, no headset: Firefox on Linux hears nothing either (M, Gecko D4)
  bool host_opens = false;  // guard mode: the way is clear, the host's request is under way
  bool began = false;       // the page has looked around
  std::uint8_t timers = 0;

  bool silenced(MediaKind kind) const { return of(kind).muted || of(kind).page_muted; }
  KindTruth& of(MediaKind kind) { return kind == mic ? microphone : camera; }
  const KindTruth& of(MediaKind kind) const { return kind == mic ? microphone : camera; }
};

// A truth in as few bits as it needs: millions are remembered.
struct Packed {
  std::uint64_t low = 0, high = 0;
  bool operator==(const Packed&) const = default;
};
Packed packed(const Truth& truth);
Truth unpacked(Packed bits);

}  // namespace earshot
