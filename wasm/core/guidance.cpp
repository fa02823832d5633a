#include "core/guidance.hpp"
#include <array>

namespace earshot {
namespace {

// One browser interface, or many. What is not said may be anything.
struct Where {
  Engine engine_ = Engine::other;
  Browser browser_ = Browser::other;
  Os os_ = Os::other;
  bool any_engine = true, any_browser = true, any_os = true;
  bool desktop_ = false, phone_ = false, standalone_ = false, in_app_ = false;
  std::int16_t until_ = 0, browser_until_ = 0;  // 0: any version

  constexpr Where by(Engine e) const { Where w = *this; w.engine_ = e; w.any_engine = false; return w; }
  constexpr Where by(Browser b) const { Where w = *this; w.browser_ = b; w.any_browser = false; return w; }
  constexpr Where on(Os os) const { Where w = *this; w.os_ = os; w.any_os = false; return w; }
  constexpr Where form(Form) const { Where w = *this; w.desktop_ = true; return w; }
  constexpr Where standalone() const { Where w = *this; w.standalone_ = true; return w; }
  // Of the system, or of the browser; one that nobody knows is newer.
  constexpr Where until(std::int16_t version) const { Where w = *this; w.until_ = version; return w; }
  constexpr Where browser_until(std::int16_t version) const { Where w = *this; w.browser_until_ = version; return w; }
};
constexpr Where anywhere() { return {}; }
constexpr Where by(Engine e) { return Where{}.by(e); }
constexpr Where by(Browser b) { return Where{}.by(b); }
constexpr Where on(Os os) { return Where{}.on(os); }
constexpr Where in_app() { Where w; w.in_app_ = true; return w; }
constexpr Where phone() { Where w; w.phone_ = true; return w; }

bool fits(const Where& w, const Environment& e) {
  const auto until = [](int limit, int version) { return limit == 0 || (version > 0 && version <= limit); };
  // On iOS every browser is WebKit, and another app's view has none of Safari's own menus.
  return (w.any_engine || w.engine_ == e.engine) && (w.any_browser || (w.browser_ == e.browser && !e.in_app)) && (w.any_os || w.os_ == e.os) &&
         (!w.desktop_ || e.form == Form::desktop) && (!w.phone_ || e.form != Form::desktop) && (!w.standalone_ || e.standalone) &&
         (!w.in_app_ || e.in_app) && until(w.until_, e.os_version) && until(w.browser_until_, e.version);
}

// A step, and its twin for the camera where that is another.
struct Said {
  Step microphone;
  Step camera;
  constexpr Said(Step both) : microphone(both), camera(both) {}  // NOLINT: a step is one
  constexpr Said(Step m, Step c) : microphone(m), camera(c) {}
};

struct Steps {
  std::array<Said, 4> said{Step{}, Step{}, Step{}, Step{}};
  std::uint8_t count = 0;
  template <class... S>
  constexpr explicit Steps(S... s) : said{pad(sizeof...(s), s...)}, count(sizeof...(s)) {}

 private:
  template <class... S>
  static constexpr std::array<Said, 4> pad(std::size_t, S... s) {
    static_assert(sizeof...(s) >= 1 && sizeof...(s) <= 4, "one to four steps");
    std::array<Said, 4> out{Step{}, Step{}, Step{}, Step{}};
    std::size_t n = 0;
    ((out[n++] = Said(s)), ...);
    return out;
  }
};

struct Row {
  Way way;
  Where where;
  Steps steps;
  Picture picture;
};

namespace catalogue {
using enum Step;
using enum Os;
using enum Form;
#define BY_KIND(microphone, camera) Said(microphone, camera)
#define ROW(way, where, steps, picture, mark, source, date) Row{Way::way, where, Steps steps, Picture::picture},
constexpr auto rows = std::to_array<Row>({
#include "core/catalogue.inc"
});
#undef ROW
#undef BY_KIND
}  // namespace catalogue

// Every way ends somewhere: its last row fits anywhere. One pass over the rows, or clang finds it too long for a constant.
constexpr bool every_way_ends() {
  std::array<bool, count_of<Way>()> ends{};
  for (const Row& row : catalogue::rows) {
    const Where& w = row.where;
    ends[static_cast<std::size_t>(row.way)] = w.any_engine && w.any_browser && w.any_os && !w.desktop_ && !w.phone_ &&
                                              !w.standalone_ && !w.in_app_ && w.until_ == 0 && w.browser_until_ == 0;
  }
  for (std::size_t n = 1; n < ends.size(); ++n)
    if (!ends[n]) return false;
  return true;
}
static_assert(every_way_ends(), "each way of catalogue.inc ends with a row for anywhere()");

}  // namespace

std::size_t row_for(Way way, const Environment& e) {
  std::size_t n = 0;
  for (const Row& row : catalogue::rows) {
    if (row.way == way && fits(row.where, e)) return n;
    ++n;
  }
  return n;  // Way::none
}

Guidance guidance_for(Way way, Capability kind, const Environment& e) {
  if (way == Way::none) return {};
  const Row& row = catalogue::rows[row_for(way, e)];
  Guidance out{{}, row.picture};
  for (std::size_t n = 0; n < row.steps.count; ++n)
    out.steps.push_back(kind == Capability::camera ? row.steps.said[n].camera : row.steps.said[n].microphone);
  return out;
}

Guidance guidance_for(Cause cause, Capability kind, const Environment& e) { return guidance_for(way_of(cause, kind, e), kind, e); }

Way way_of(Cause cause, Capability kind, const Environment& e) {
  if (kind == Capability::notifications) {
    if (cause == Cause::none) return Way::none;
    return cause == Cause::api_missing ? Way::notify_missing : cause == Cause::insecure_page ? Way::secure_address : Way::notify;
  }
  switch (cause) {  // no default: a new cause must be given its way out
    case Cause::none: return Way::none;

    case Cause::insecure_page: return Way::secure_address;
    case Cause::api_missing: return Way::update;
    case Cause::frame_not_delegated:
    case Cause::opaque_origin: return Way::own_tab;
    case Cause::policy_header: return Way::write;

    case Cause::request_held:
    case Cause::page_inactive: return Way::front_tab;
    case Cause::prompt_ignored: return Way::find_prompt;
    case Cause::dismissed:
    case Cause::gesture_needed:
    case Cause::reset:
    case Cause::grant_expired: return Way::ask_again;

    case Cause::denied:
      // WebKit asks again after a press, so that is the shorter way; elsewhere the browser remembers.
      return e.engine == Engine::webkit && e.os != Os::ios ? Way::ask_again : Way::site;
    case Cause::blocked_temporarily: return Way::site_in_tab;
    case Cause::default_block: return Way::every_site;
    case Cause::stripped: return Way::stripped;
    case Cause::embargoed:
    case Cause::blocked_for_site:
    case Cause::abuse_block:
    case Cause::revoked: return Way::site;

    case Cause::managed_policy: return Way::administrator;
    case Cause::app_not_permitted: return Way::app;
    case Cause::blocked_by_system: return Way::system;
    case Cause::system_switched_off: return Way::switched_off;
    case Cause::browser_restart_needed: return Way::restart;
    case Cause::reload_needed: return Way::reload;

    case Cause::no_device:
    case Cause::chosen_device_gone:
    case Cause::device_removed: return Way::connect;
    case Cause::device_busy:
    case Cause::taken:
    case Cause::device_failed:
    case Cause::second_microphone:
    case Cause::camera_lost: return Way::busy;

    case Cause::wrong_device:
    case Cause::virtual_device: return Way::other_device;
    case Cause::silent:
    case Cause::hardware_muted:
    case Cause::low_level:
    case Cause::capture_dead:
    case Cause::muted_by_browser: return Way::silence;

    case Cause::interrupted: return Way::call_elsewhere;
    case Cause::network_blocked: return Way::network;
    case Cause::constraint_unmet:
    case Cause::audio_session_clash:
    case Cause::speaking_while_muted:
    case Cause::default_changed:
    case Cause::backgrounded:
    case Cause::slept:
    case Cause::frozen:
    case Cause::camera_frozen:
    case Cause::output_blocked:
    case Cause::unknown: return Way::retry;
  }
  return Way::retry;
}

bool is_site_block(Cause cause) {
  return cause == Cause::denied || cause == Cause::blocked_for_site || cause == Cause::embargoed || cause == Cause::blocked_temporarily ||
         cause == Cause::default_block || cause == Cause::revoked || cause == Cause::stripped || cause == Cause::abuse_block;
}

bool recoverable(Cause cause) {
  return is_site_block(cause) || cause == Cause::dismissed || cause == Cause::reset || cause == Cause::grant_expired ||
         cause == Cause::managed_policy || cause == Cause::blocked_by_system;
}

Pointer prompt_edge(const Environment& e) {
  if (e.os == Os::ios || e.os == Os::android) return e.engine == Engine::gecko ? Pointer::top : Pointer::center;
  switch (e.engine) {
    case Engine::chromium: return e.browser == Browser::vivaldi ? Pointer::top_right : Pointer::top_left;
    case Engine::gecko: return Pointer::top_left;
    case Engine::webkit: return e.browser == Browser::safari ? Pointer::top : Pointer::none;
    case Engine::other: break;
  }
  return Pointer::none;
}

std::string_view settings_link(Way way, Capability kind, const Environment& e) {
  // These two hand addresses of the system on, after a question of their own. Of Safari nobody knows; it has access anyway.
  if (e.engine != Engine::chromium && e.engine != Engine::gecko) return "";
  const bool privacy = way == Way::system || way == Way::switched_off || way == Way::busy;
  const bool camera = kind == Capability::camera;
  if (e.os == Os::windows && privacy) return camera ? "ms-settings:privacy-webcam" : "ms-settings:privacy-microphone";
  if (e.os == Os::windows && (way == Way::silence || way == Way::other_device)) return "ms-settings:sound";
  if (e.os != Os::macos || !privacy || way == Way::busy) return "";
  if (e.os_version > 0 && e.os_version <= 12)
    return camera ? "x-apple.systempreferences:com.apple.preference.security?Privacy_Camera"
                  : "x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone";
  return camera ? "x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?Privacy_Camera"
                : "x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?Privacy_Microphone";
}

std::string_view settings_address(Capability kind, const Environment& e) {
  if (e.form != Form::desktop || e.engine != Engine::chromium) return "";
  const bool camera = kind == Capability::camera;
  switch (e.browser) {
    case Browser::chrome: return camera ? "chrome://settings/content/camera" : "chrome://settings/content/microphone";
    case Browser::brave: return camera ? "brave://settings/content/camera" : "brave://settings/content/microphone";
    case Browser::opera: return camera ? "opera://settings/content/camera" : "opera://settings/content/microphone";
    case Browser::edge:
      return camera ? "edge://settings/privacy/sitePermissions/allPermissions/camera"
                    : "edge://settings/privacy/sitePermissions/allPermissions/microphone";
    case Browser::vivaldi:
    case Browser::samsung:
    case Browser::firefox:
    case Browser::safari:
    case Browser::other: break;
  }
  return "";
}

WayOut way_out(const Environment& e) {
  if (!e.in_app) return WayOut::none;
  if (e.in_line) return WayOut::line;
  if (e.os == Os::android) return WayOut::intent;
  constexpr int first_with_safari_scheme = 17;
  return e.os == Os::ios && (e.os_version == 0 || e.os_version >= first_with_safari_scheme) ? WayOut::safari : WayOut::none;
}

}  // namespace earshot
