// What kind of help a cause needs. Which steps that is, in this browser on this system, stands in show/.
#pragma once
#include <string_view>
#include "core/values/cause.hpp"
#include "core/values/effect.hpp"
#include "core/values/environment.hpp"
#include "core/values/permission.hpp"

namespace earshot {

// Many causes share one.
EARSHOT_WORDS(Remedy, none, site, site_in_tab, every_site, stripped, ask_again, find_prompt,
              find_other_question, system, switched_off, app, administrator, restart, reload, secure_address,
              update, another_browser, own_tab, write, front_tab, connect, reconnect, connect_output, busy,
              failed, other_device, silence, too_quiet, unmute_in_browser, no_picture, call_elsewhere,
              network, hear_far_end, echo, retry, notify, notify_missing)

Remedy remedy_of(Cause cause, Capability kind, const Environment& environment);

// Troubles that the browser's own recovery elements mend, those that are a decision about this site, and
// those after which it is worth a sentence how to stay allowed.
bool recoverable(Cause cause);
bool is_site_block(Cause cause);
// The others were nobody's decision about this site.
bool says_how_to_stay(Cause cause);

// The system's own settings page for this trouble, as an address that this browser hands on to the system;
// else "".
std::string_view settings_link(Remedy remedy, MediaKind kind, const Environment& environment);
// The browser's own settings page for all sites. No page may link there: it is shown, to be typed. "" where
// there is none.
std::string_view settings_address(Remedy remedy, MediaKind kind, const Environment& environment);

// How a page gets out of another app's web view, into a real browser.
WayOut way_out(const Environment& environment);

}  // namespace earshot
