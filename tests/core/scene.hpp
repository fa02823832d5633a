// A visit in short: give facts, look at both halves of the answer. No expectations in here.
#pragma once
#include <algorithm>
#include "core/decide/diagnose.hpp"
#include "core/reduce.hpp"
#include "core/show/view.hpp"

namespace earshot {

struct Scene {
  State s{};
  Effects effects{};  // of the last fact

  Scene& give(const Fact& fact) {
    Next next = reduce(s, fact);
    s = next.state;
    effects = std::move(next.effects);
    return *this;
  }
  Scene& press(Action action) { return give(Pressed{action}); }
  Scene& permission(Capability capability, Permission state) {
    return give(PermissionRead{capability, state});
  }
  Scene& permission(MediaKind kind, Permission state) { return permission(capability_of(kind), state); }
  Scene& opens(TrackRefs tracks) { return give(RequestOpened{s.request, std::move(tracks)}); }
  Scene& fails(const char* name, const char* message, int elapsed_ms = 5000) {
    return give(RequestFailed{s.request, name, message, "", elapsed_ms});
  }
  View shown() const { return view(s, diagnose(s)); }
  Verdict verdict(MediaKind kind = mic) const { return diagnose(s).of(kind); }
  Verdict verdict(Capability capability) const { return diagnose(s).of(capability); }

  template <class Order>
  const Order* ordered() const {
    for (const Effect& effect : effects)
      if (const Order* found = std::get_if<Order>(&effect)) return found;
    return nullptr;
  }
  bool orders(const Effect& wanted) const {
    return std::find(effects.begin(), effects.end(), wanted) != effects.end();
  }
  bool offers(Action action) const {
    const auto actions = shown().actions;
    return std::find(actions.begin(), actions.end(), action) != actions.end();
  }
  bool advises(Step step) const {
    const auto steps = shown().steps;
    return std::find(steps.begin(), steps.end(), step) != steps.end();
  }
};

inline Environment page_in(Engine engine, Os os = Os::linux) {
  Environment e;
  e.engine = engine;
  e.os = os;
  e.browser = engine == Engine::chromium ? Browser::chrome
              : engine == Engine::gecko  ? Browser::firefox
                                         : Browser::safari;
  return e;
}

// A page that has looked around, and was told `state` for what it wants.
inline Scene arrived(Engine engine, bool video = false, Permission state = Permission::prompt) {
  Scene scene;
  scene.s.settings.camera = video;
  scene.give(EnvironmentSeen{page_in(engine)});
  scene.permission(mic, state);
  if (video) scene.permission(cam, state);
  scene.give(DevicesRead{1, video ? 1 : 0});
  return scene;
}

inline const TrackRefs voice{{mic, 1}};
inline const TrackRefs picture{{cam, 2}};
inline const TrackRefs voice_and_picture{{mic, 1}, {cam, 2}};

inline Scene in_voice_call(Engine engine) {
  Scene scene = arrived(engine);
  scene.press(Action::orb).permission(mic, Permission::granted).opens(voice);
  return scene;
}

inline Scene in_video_call(Engine engine) {
  Scene scene = arrived(engine, true);
  scene.press(Action::orb)
      .permission(mic, Permission::granted)
      .permission(cam, Permission::granted)
      .opens(voice_and_picture);
  return scene;
}

// What each engine says when the visitor refuses.
inline Scene& refused_by_visitor(Scene& scene) {
  switch (scene.s.environment.engine) {
    case Engine::chromium: return scene.fails("NotAllowedError", "Permission denied");
    case Engine::gecko:
      return scene.fails(
          "NotAllowedError",
          "The request is not allowed by the user agent or the platform in the current context.");
    case Engine::webkit:
    case Engine::other: break;
  }
  return scene.fails(
      "NotAllowedError",
      "The request is not allowed by the user agent or the platform in the current context, possibly because the user "
      "denied permission.");
}

}  // namespace earshot
