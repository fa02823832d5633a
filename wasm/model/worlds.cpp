#include "model/worlds.hpp"

namespace earshot {
namespace {

// All the ways in which settings can be touched; and what may happen besides.
constexpr Troubles settings{.blocks = true, .resets = true, .secrets = true};
constexpr Troubles devices{.devices = true};
constexpr Troubles settings_and_devices{.blocks = true, .resets = true, .secrets = true, .devices = true};
constexpr Troubles closing{.blocks = true, .resets = true, .closing = true, .hiding = true, .patience = true};
constexpr Troubles hiding{.blocks = true, .resets = true, .secrets = true, .devices = true, .hiding = true};
constexpr Troubles system{.blocks = true, .resets = true, .devices = true, .busy = true, .system = true};
constexpr Troubles hearing{.devices = true,
                           .busy = true,
                           .mutes = true,
                           .hiding = true,
                           .absence = true,
                           .silence = true,
                           .starving = true,
                           .sound = true};

constexpr Troubles focus{.blocks = true, .resets = true, .devices = true, .hiding = true, .focus = true};
constexpr Troubles cancelled{.blocks = true, .resets = true, .closing = true, .cancelled = true};
constexpr Troubles site{.resets = true, .devices = true, .site = true};
constexpr Troubles system_asks{.resets = true, .system = true, .system_asks = true};
constexpr Troubles unannounced{.resets = true, .devices = true, .hiding = true, .unannounced = true};
constexpr Troubles once{.hiding = true, .absence = true, .once = true};
// WebKit's grants are for the visit, if nobody stores them.
constexpr Troubles forgetful{.mutes = true, .once = true, .other_pages = true};
constexpr Troubles reopening{.devices = true, .once = true, .other_pages = true, .reopens = true};
constexpr Troubles hanging{.resets = true, .hanging = true};
constexpr Troubles several{.resets = true, .devices = true, .hiding = true, .several = true};
constexpr Troubles elements{.blocks = true, .resets = true, .elements = true};
constexpr Troubles devices_and_elements{.blocks = true, .devices = true, .elements = true};
constexpr Troubles hiding_and_elements{.blocks = true, .resets = true, .hiding = true, .elements = true};
constexpr Troubles closed_and_elements{
    .blocks = true, .resets = true, .closing = true, .hiding = true, .elements = true};

State page(Engine engine, bool camera) {
  State s;
  s.environment.engine = engine;
  s.settings.camera = camera;
  return s;
}
State on_phone(State s) {
  s.environment.form = Form::mobile;
  s.environment.os = Os::ios;
  return s;
}
State on(Os os, State s) {
  s.environment.os = os;
  s.environment.form = os == Os::android ? Form::mobile : Form::desktop;
  return s;
}
// Of another site than the tab's, and allowed to.
State framed(State s) {
  s.environment.top_level = false;
  s.environment.microphone_policy = s.environment.camera_policy = Policy::allowed;
  return s;
}
State in_app(State s) {
  s.environment.in_app = true;
  return s;
}
State guarded(State s) {
  s.settings.guard = true;
  return s;
}

// <microphone> and <camera>; <usermedia> is the older one, and asks for both.
World with_elements(World world, bool single, bool both) {
  Environment& e = world.start.environment;
  e.recovers_microphone = e.recovers_camera = single;
  e.recovers_usermedia = both;
  return world;
}

World voice(const char* name, Engine engine, Troubles troubles, int most_unheard) {
  return {name, page(engine, false), troubles, most_unheard};
}
World video(const char* name, Engine engine, Troubles troubles, int most_unheard) {
  return {name, page(engine, true), troubles, most_unheard};
}

}  // namespace

std::vector<World> worlds(bool longer) {
  constexpr auto chromium = Engine::chromium, gecko = Engine::gecko, webkit = Engine::webkit;
  // How many pieces of news may be unheard.
  const auto unheard = [longer](int usually, int in_the_long_walk) {
    return longer ? in_the_long_walk : usually;
  };
  std::vector<World> all{
      voice("Chromium, voice: settings and devices", chromium, settings_and_devices, 2),
      voice("Firefox, voice: settings and devices", gecko, settings_and_devices, unheard(2, 100)),
      voice("Safari, voice: settings and devices", webkit, settings_and_devices, 2),
      voice("Chromium, voice: requests without an answer", chromium, hanging, 1),
      voice("Firefox, voice: requests without an answer", gecko, hanging, 1),
      voice("Safari, voice: requests without an answer", webkit, hanging, 1),
      video("Chromium, video: requests without an answer", chromium, {.hanging = true}, 1),
      voice("Chromium, voice: prompts closed, tries counted", chromium, closing, 1),
      voice("Chromium, voice: page hidden", chromium, hiding, unheard(1, 2)),
      voice("Firefox, voice: page hidden", gecko, hiding, unheard(1, 2)),
      {"Safari on a phone, voice: page hidden", on_phone(page(webkit, false)), hiding, 1},
      voice("Chromium, voice: system and busy devices", chromium, system, 1),
      voice("Firefox, voice: system and busy devices", gecko, system, unheard(1, 2)),
      voice("Safari, voice: system and busy devices", webkit, system, 1),
      voice("Chromium, voice: mutes, silence, sleep", chromium, hearing, 1),
      voice("Firefox, voice: mutes, silence, sleep", gecko, hearing, 1),
      {"Safari on a phone, voice: mutes, silence, sleep, calls", on_phone(page(webkit, false)), hearing, 1},
      {"Chromium on a Mac, voice: the system asks", on(Os::macos, page(chromium, false)), system_asks, 1},
      {"Chromium on a Mac, video: the system asks",
       on(Os::macos, page(chromium, true)),
       {.system_asks = true},
       1},
      {"Chrome on Android, voice: the system asks", on(Os::android, page(chromium, false)), system_asks, 1},
      {"Firefox on a Mac, voice: the system asks", on(Os::macos, page(gecko, false)), system_asks, 1},
      {"Chromium on Windows, voice: system and busy devices", on(Os::windows, page(chromium, false)), system,
       1},
      voice("Chromium, voice: the far end is not heard", chromium, {.resets = true, .far_end = true}, 1),
      voice("Chromium, voice: devices unannounced", chromium, unannounced, 1),
      voice("Safari, voice: devices unannounced", webkit, unannounced, 1),
      voice("Chromium, voice: granted for this once", chromium, once, 1),
      voice("Safari, voice: muted and forgotten", webkit, forgetful, 1),
      video("Safari, video: muted by the browser", webkit, {.other_pages = true}, 1),
      video("Safari, video: forgotten", webkit, {.once = true}, 1),
      {"Safari on a phone, voice: muted and forgotten, while hidden",
       on_phone(page(webkit, false)),
       {.hiding = true, .once = true, .other_pages = true},
       1},
      {"Safari, guard: another microphone", guarded(page(webkit, false)), reopening, 1},
      video("Chromium, video: pictures", chromium, {.mutes = true, .hiding = true, .pictures = true}, 1),
      video("Safari, video: pictures", webkit, {.hiding = true, .pictures = true}, 1),
      {"Firefox on Linux, voice: no output",
       on(Os::linux, page(gecko, false)),
       {.absence = true, .silence = true, .outputs = true},
       1},
      {"Firefox on Linux, voice: monitors",
       on(Os::linux, page(gecko, false)),
       {.devices = true, .monitors = true},
       1},
      voice("Firefox, voice: resistFingerprinting", gecko,
            {.secrets = true, .devices = true, .hiding = true, .unreadable = true}, 1),
      {"an app on Android, voice: always to be asked",
       in_app(on(Os::android, page(chromium, false))),
       {.devices = true, .hiding = true, .unreadable = true},
       1},
      voice("Firefox, voice: muted with its own button", gecko, {.resets = true, .toggles = true}, 1),
      video("Firefox, video: the site's own switch", gecko, {.site = true}, 1),
      {"Firefox, voice: another site's frame", framed(page(gecko, false)), settings, 1},
      {"Firefox on Android, video: in the background",
       on(Os::android, page(gecko, true)),
       {.mutes = true, .hiding = true},
       1},
      {"Firefox on Android, voice: system",
       on(Os::android, page(gecko, false)),
       {.resets = true, .system = true},
       1},
      {"Chromium on Linux, voice: several", on(Os::linux, page(chromium, false)), several, 1},
      {"Chromium on Windows, voice: several", on(Os::windows, page(chromium, false)), several, 1},
      {"Chromium on Windows, guard: several", on(Os::windows, guarded(page(chromium, false))), several, 1},
      {"Firefox on Windows, voice: several", on(Os::windows, page(gecko, false)), several, 1},
      {"Safari on a Mac, voice: several", on(Os::macos, page(webkit, false)), several, 1},
      voice("Firefox, voice: another window in front", gecko, focus, 1),
      voice("Chromium, voice: questions go away", chromium, cancelled, 1),
      voice("Firefox, voice: questions go away", gecko, cancelled, 1),
      voice("Safari, voice: questions go away", webkit, cancelled, 1),
      voice("Chromium, voice: the site's own switch", chromium, site, 1),
      video("Chromium, video: the site's own switch", chromium, {.devices = true, .site = true}, 1),
      {"Chromium, guard, video: the host's own switch", guarded(page(chromium, true)), {.site = true}, 1},
      {"Safari, guard, video: the host's own switch", guarded(page(webkit, true)), {.site = true}, 1},
      {"Chromium, guard: the host's own switch", guarded(page(chromium, false)), site, 1},
      {"Firefox, guard: the host's own switch", guarded(page(gecko, false)), site, 1},
      {"Safari, guard: the host's own switch", guarded(page(webkit, false)), site, 1},
      {"Chromium, guard", guarded(page(chromium, false)), hiding, 1},
      {"Firefox, guard", guarded(page(gecko, false)), hiding, unheard(1, 2)},
      {"Safari on a phone, guard", on_phone(guarded(page(webkit, false))), hiding, 1},
      {"Chromium, guard, video: devices", guarded(page(chromium, true)), devices, 1},
      {"Firefox, guard, video: devices", guarded(page(gecko, true)), devices, 1},
      {"Safari, guard, video: devices", guarded(page(webkit, true)), devices, 1},
      video("Chromium, video: settings", chromium, {.blocks = true}, 1),
      video("Firefox, video: blocked in the settings", gecko, {.blocks = true, .secrets = true}, 1),
      video("Firefox, video: reset in the settings", gecko, {.resets = true, .secrets = true}, 1),
      video("Safari, video: settings", webkit, {.resets = true}, 1),
      video("Chromium, video: devices", chromium, devices, 1),
      video("Firefox, video: devices", gecko, devices, 1),
      video("Safari, video: devices", webkit, devices, 1),
      video("Chromium, video: prompts closed", chromium, {.closing = true}, unheard(1, 2)),
      with_elements(voice("Chromium, voice: <microphone>", chromium, elements, 1), true, true),
      with_elements(voice("Chromium, voice: <microphone>, devices", chromium, devices_and_elements, 1), true,
                    true),
      with_elements(voice("Chromium, voice: <microphone>, prompts closed", chromium, closed_and_elements, 1),
                    true, true),
      with_elements({"Chromium, guard: <microphone>", guarded(page(chromium, false)), hiding_and_elements, 1},
                    true, true),
      with_elements(video("Chromium, video: <microphone> and <camera>", chromium, {.elements = true}, 1),
                    true, false),
      with_elements(video("Chromium, video: <usermedia>", chromium, {.elements = true}, 1), false, true),
  };
  if (longer) all.push_back(video("Firefox, video: settings", gecko, settings, 1));
  return all;
}

std::vector<World> small_worlds() {
  return {
      voice("Chromium, voice", Engine::chromium, hiding, 1),
      voice("Firefox, voice", Engine::gecko, hiding, 1),
      voice("Safari, voice", Engine::webkit, settings, 1),
      voice("Chromium, voice: system and busy devices", Engine::chromium, {.busy = true, .system = true}, 1),
      voice("Firefox, voice: mutes, silence, sleep", Engine::gecko, hearing, 1),
      video("Chromium, video: prompts closed", Engine::chromium, {.closing = true}, 1),
      with_elements(voice("Chromium, voice: <microphone>", Engine::chromium, elements, 1), true, true),
      video("Firefox, video: blocks", Engine::gecko, {.blocks = true}, 1),
  };
}

std::vector<World> compared_worlds() {
  constexpr Troubles refusals{.blocks = true, .closing = true};
  const World alone = voice("voice", Engine::chromium, refusals, 1),
              both = video("video", Engine::chromium, {.closing = true}, 1);
  const auto named = [](World world, const char* name) {
    world.name = name;
    return world;
  };
  return {
      alone,
      named(with_elements(alone, true, true), "voice, `<microphone>`"),
      both,
      named(with_elements(both, true, false), "video, `<microphone>` and `<camera>`"),
      named(with_elements(both, false, true), "video, `<usermedia>`"),
  };
}

std::vector<World> silent_worlds() {
  const auto world = [](const char* name, auto change) {
    World w{name, page(Engine::chromium, false), {.blocks = true, .hiding = true}};
    change(w.start.environment);
    w.can_go_live = false;
    return w;
  };
  return {
      world("a page without https", [](Environment& e) { e.secure = false; }),
      world("a browser without getUserMedia", [](Environment& e) { e.media_devices = false; }),
      world("a page whose own header forbids the microphone",
            [](Environment& e) { e.microphone_policy = Policy::forbidden; }),
      world("a frame without allow=\"microphone\" (open in a tab is offered)",
            [](Environment& e) {
              e.top_level = false;
              e.microphone_policy = Policy::forbidden;
            }),
      world("a sandboxed frame without an origin (open in a tab is offered)",
            [](Environment& e) {
              e.top_level = false;
              e.opaque_origin = true;
            }),
  };
}

}  // namespace earshot
