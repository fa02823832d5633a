// Where the page runs. Behaviour follows what was detected and witnessed; browser, version and system only
// choose words and pictures.
#pragma once
#include "core/values/permission.hpp"

namespace earshot {

EARSHOT_WORDS(Engine, chromium, gecko, webkit, other)
EARSHOT_WORDS(Browser, chrome, edge, brave, opera, vivaldi, samsung, firefox, safari, other)
EARSHOT_WORDS(Os, windows, macos, linux, chromeos, android, ios, other)
EARSHOT_WORDS(Form, desktop, mobile, tablet)
EARSHOT_WORDS(RecoveryElement, usermedia, microphone, camera)

// `none`: a browser's side panel, or the window of an extension. `full_screen`: hidden until that is left, in
// a kiosk for good.
EARSHOT_WORDS(AddressBar, shown, full_screen, none)

// `unsaid`: this browser cannot tell a page about its own policy (Firefox, Safari).
EARSHOT_WORDS(Policy, unsaid, allowed, forbidden)

struct Environment {
  bool secure = true;          // isSecureContext
  bool media_devices = true;   // navigator.mediaDevices exists
  bool top_level = true;       // not in a frame
  bool opaque_origin = false;  // a sandboxed frame: its origin is "null"
  Policy microphone_policy = Policy::unsaid;
  Policy camera_policy = Policy::unsaid;
  Engine engine = Engine::other;
  Browser browser = Browser::other;
  std::int32_t version = 0;  // the browser's major version, 0: not known
  Os os = Os::other;
  std::int32_t os_version = 0;  // as people name it: Windows 10 or 11, iOS 18; 0: not known
  Form form = Form::desktop;
  bool in_app = false;   // inside another app's web view
  bool in_line = false;  // that of LINE, which has a door of its own
  bool standalone = false;
  AddressBar address_bar = AddressBar::shown;
  bool recovers_usermedia = false;  // the browser's own recovery elements that exist
  bool recovers_microphone = false;
  bool recovers_camera = false;
  bool permissions_api = true;
  bool notifications = true;  // the Notification API exists

  // A browser that has had getUserMedia for years: where it is missing, it was switched off (Lockdown Mode,
  // about:config).
  bool of_today() const {
    constexpr int chromium = 80, firefox = 78, safari = 15;
    return (engine == Engine::chromium && version >= chromium) ||
           (engine == Engine::gecko && version >= firefox) || (engine == Engine::webkit && version >= safari);
  }

  // Apple's WebKit moves a track to another device by itself, or leaves it where it is well. (WebKitGTK does
  // not.)
  bool moves_tracks() const { return engine == Engine::webkit && os != Os::linux; }

  // Firefox on Linux measures no input while nothing is there to play to. (Elsewhere that is inferred only.)
  bool deaf_without_output() const { return engine == Engine::gecko && os == Os::linux; }

  Policy policy(MediaKind kind) const {
    return kind == MediaKind::microphone ? microphone_policy : camera_policy;
  }
  auto operator<=>(const Environment&) const = default;
};

}  // namespace earshot
