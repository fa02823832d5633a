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
  TIME(prompt_likely_ms,      5'000, "after so long more, Firefox and Safari probably ask in spite of what they say; until then words only, and no arrow") \
  TIME(stored_answer_ms,        500, "a rejection faster than this was answered from memory") \
  TIME(webkit_sheet_ms,         150, "in WebKit faster than this: no sheet was shown (3 to 40 ms measured in WebKitGTK). It delays refusals only where capture is off as a whole") \
  TIME(nobody_answers_ms,       300, "a prompt that is over sooner was closed by nobody: a side panel (6 ms), another frame, fullscreen, a double click (34 ms measured)") \
  TIME(no_question_ms,           50, "Firefox: a refusal faster than this came before any question; with resistFingerprinting it stands for a missing device (17 ms measured)") \
  TIME(no_question_for_both_ms, 150, "the same where both kinds are asked for (117 ms measured)") \
  TIME(reopen_soon_ms,        1'000, "a device that we have just closed ourselves, and that cannot be had: tried again after this") \
  TIME(reopen_later_ms,       3'000, "and once more after this, with the device that worked") \
  TIME(host_switches_ms,      1'000, "guard mode in Safari: a track may have ended because the host opens another device; so long it is waited for") \
  TIME(withdrawal_ms,         2'000, "`change` of a permission and `ended` of its track come within 10 ms; what was said longer ago did not end the track") \
  TIME(press_lapses_ms,      60'000, "after so long a press counts no longer as the wish to be heard now: the visitor may have turned to something else") \
  TIME(host_expected_ms,     10'000, "guard mode: a host that opens nothing for so long will not; the option `host_wait_ms` changes it") \
  TIME(recovery_expected_ms,  3'000, "Chromium's recovery element delivers 70 to 370 ms after the permission changed; a block that was lifted elsewhere brings nothing") \
  TIME(advice_read_ms,       12'000, "how to stay allowed is shown for so long")                                           \
  TIME(far_end_late_ms,      20'000, "a far end that is not ready for so long has other words, and the chat is named")     \
  TIME(steady_ms,            10'000, "a track that lives this long did not end because it was opened")                     \
  TIME(mute_lasts_ms,         5'000, "shorter mutes are blips, as LiveKit and others have found: a call that is declined, a profile that changes") \
  TIME(mute_ages_ms,         60'000, "WebKit forgets its grant without a sign while all is muted: after 1 min on iOS to 26.0, else after 10. From here on the permission is read before anything is opened anew") \
  TIME(hidden_long_ms,      300'000, "Chromium takes a one-time grant back when its page has been in the background for so long (one_time_permission_provider.h)") \
  TIME(sleep_ms,             10'000, "a clock that jumps less was a busy machine")                                         \
  TIME(silence_limit_ms,      6'000, "exact digital silence for this long, from the start: a live microphone without a gate has a noise floor. A Bluetooth headset may need 5 s") \
  TIME(pause_ms,                500, "exact zeros between two sounds for at least this long are a gate's; a drop-out is shorter") \
  TIME(sound_lost_ms,        10'000, "the same after sound was heard: a mute key, a lid, another app. Longer, as a gate may be waiting for its first word; one that has gated before is never suspected") \
  TIME(starved_limit_ms,      6'000, "no samples at all for so long: the device is dead. Bluetooth may need 5 s to start, browsers end the track after 12 to 20") \
  TIME(dead_capture_ms,       2'000, "after an interruption, a mute or a sleep the flags lie and only samples tell: this much silence, and it is captured anew") \
  TIME(quiet_limit_ms,       20'000, "nothing above a whisper for so long, from the start: perhaps the wrong microphone, perhaps one who listens") \
  TIME(word_ms,               1'000, "speech behind one's own mute for so long is a word")                                 \
  TIME(speech_believed_ms,    5'000, "and is believed for so long, or it would flicker")                                   \
  TIME(stall_limit_ms,        4'000, "a camera without a new picture for so long has stopped")                             \
  TIME(first_picture_ms,     12'000, "the first picture takes 5 to 10 s on slow machines")                                \
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
