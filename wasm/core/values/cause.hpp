// Every reason why somebody may not be heard or seen that a page can tell apart. The comment names the group.
#pragma once
#include "core/values/words.hpp"

namespace earshot {

// clang-format off
EARSHOT_WORDS(Cause,
  none,
  // before asking
  api_missing, insecure_page, frame_not_delegated, policy_header, opaque_origin, audio_session_clash, page_inactive,
  // the prompt
  request_held, prompt_ignored, no_answer, prompt_cancelled, dismissed, embargoed, gesture_needed, default_block,
  // refused
  denied, blocked_for_site, blocked_temporarily, blocked_by_system, managed_policy, app_not_permitted, abuse_block, stripped,
  // the device
  device_busy, no_device, chosen_device_gone, constraint_unmet, device_failed, second_microphone, virtual_device,
  // granted, and still not heard
  silent, no_output, hardware_muted, wrong_device, speaking_while_muted, low_level, network_blocked,
  // during the call
  revoked, reset, grant_expired, system_switched_off, device_removed, default_changed, interrupted, capture_dead,
  backgrounded, slept, frozen, taken, camera_lost, camera_frozen, camera_not_started, muted_by_browser, off_by_site, output_blocked,
  // on the way back
  reload_needed, browser_restart_needed,
  unknown)
// clang-format on

EARSHOT_WORDS(Confidence, certain, likely, guess)

}  // namespace earshot
