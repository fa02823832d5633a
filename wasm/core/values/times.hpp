// Every span of time that decides something, in milliseconds, and what it is for: `earshot states` prints
// them.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

// clang-format off
#define EARSHOT_TIMES(TIME)                                                                                                \
  TIME(prompt_expected_ms,    1'000, "a grant opens faster than this, or the browser asks after all")                      \
  TIME(prompt_ignored_ms,    15'000, "a prompt may stay open for so long before the visitor is helped to find it")         \
  TIME(stored_answer_ms,        500, "a rejection faster than this was answered from memory. WebKit delays on purpose, so there it says nothing") \
  TIME(press_lapses_ms,      60'000, "after so long a press counts no longer as the wish to be heard now: the visitor may have turned to something else") \
  TIME(host_expected_ms,     10'000, "guard mode: a host that opens nothing for so long will not")                         \
  TIME(recovery_expected_ms,  3'000, "Chromium's recovery element delivers 70 to 370 ms after the permission changed; a block that was lifted elsewhere brings nothing") \
  TIME(advice_read_ms,       12'000, "how to stay allowed is shown for so long")                                           \
  TIME(steady_ms,            10'000, "a track that lives this long did not end because it was opened")                     \
  TIME(mute_lasts_ms,         5'000, "shorter mutes are blips, as LiveKit and others have found: a call that is declined, a profile that changes") \
  TIME(hidden_long_ms,      300'000, "Chromium takes a one-time grant back when its page has been in the background for so long (one_time_permission_provider.h)") \
  TIME(sleep_ms,             10'000, "a clock that jumps less was a busy machine")                                         \
  TIME(silence_limit_ms,      5'000, "exact digital silence for this long is a fault: a live microphone always has a noise floor") \
  TIME(dead_capture_ms,       2'000, "after an interruption, a mute or a sleep the flags lie and only samples tell: this much silence, and it is captured anew") \
  TIME(quiet_limit_ms,       20'000, "nothing above a whisper for so long, from the start: perhaps the wrong microphone, perhaps one who listens") \
  TIME(word_ms,               1'000, "speech behind one's own mute for so long is a word")                                 \
  TIME(speech_believed_ms,    5'000, "and is believed for so long, or it would flicker")                                   \
  TIME(stall_limit_ms,        4'000, "a camera without a new picture for so long has stopped")                             \
  TIME(poll_soon_ms,          1'000, "WebKit announces no change of a permission: at first it is read again so often")      \
  TIME(poll_soon_for_ms,     10'000, "for so long, then")                                                                  \
  TIME(poll_later_ms,         2'000, "so often")                                                                           \
  TIME(poll_later_for_ms,    30'000, "for so long, then")                                                                  \
  TIME(poll_seldom_ms,        5'000, "so often")                                                                           \
  TIME(poll_seldom_for_ms,   60'000, "for so long, and then")                                                              \
  TIME(poll_rarely_ms,       10'000, "so often")
// clang-format on

namespace earshot {

#define EARSHOT_TIME(name, ms, why) inline constexpr int name = ms;
EARSHOT_TIMES(EARSHOT_TIME)
#undef EARSHOT_TIME

struct Time {
  std::string_view name;
  int ms;
  std::string_view why;
};

#define EARSHOT_TIME(name, ms, why) Time{#name, ms, why},
inline constexpr auto times = std::to_array<Time>({EARSHOT_TIMES(EARSHOT_TIME)});
#undef EARSHOT_TIME

}  // namespace earshot
