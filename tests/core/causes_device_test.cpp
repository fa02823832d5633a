// The cause table, fourth part: the device.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene overconstrained(Engine engine, const char* message, const char* constraint) {
  Scene scene = arrived(engine, false, Permission::granted).press(Action::orb);
  return scene.give(RequestFailed{scene.s.request, "OverconstrainedError", message, constraint, 30});
}

const Environment firefox_on_android = phone(Engine::gecko, Os::android);

const Case cases[] = {
    {"an older Firefox with another microphone open",
     [] {
       return refused(Engine::gecko, Permission::granted,
                      {"NotReadableError", "Concurrent mic process limit."}, 60);
     },
     {C::second_microphone, certain, {}, {K::message_says_second_microphone}}},
    {"a chosen device is gone",
     [] { return overconstrained(Engine::chromium, "", "deviceId"); },
     {C::chosen_device_gone, likely, {C::device_failed, C::no_device}, {K::constraint_device_id}}},
    {"Firefox on Android finds no microphone",
     [] { return refused(firefox_on_android, Permission::prompt, says::firefox_not_found, 80); },
     {C::app_not_permitted,
      likely,
      {C::no_device, C::device_failed},
      {K::name_not_found, K::every_phone_has_one}}},
    {"Firefox on Android finds no camera",
     [] { return camera_refused(firefox_on_android, says::firefox_not_found, 80); },
     {C::app_not_permitted,
      likely,
      {C::no_device, C::device_failed},
      {K::name_not_found, K::every_phone_has_one}},
     Capability::camera},
    {"Firefox lists it and does not find it",
     [] {
       return fail(on_page(page_in(Engine::gecko, Os::macos)).give(DevicesRead{1, 0}).press(Action::orb),
                   says::firefox_not_found, 900);
     },
     {C::blocked_by_system,
      likely,
      {C::no_device, C::browser_restart_needed},
      {K::name_not_found, K::device_list_has_it}}},
    {"Firefox on a Mac, nothing listed",
     [] {
       return fail(on_page(page_in(Engine::gecko, Os::macos)).give(DevicesRead{0, 0}).press(Action::orb),
                   says::firefox_not_found, 30);
     },
     {C::no_device, likely, {C::blocked_by_system}, {K::name_not_found}}},
    {"Chromium, blocked or not, knows that there is none",
     [] { return refused(Engine::chromium, Permission::denied, says::chromium_not_found, 110); },
     {C::no_device, likely, {C::blocked_by_system}, {K::name_not_found}}},
    {"Firefox elsewhere",
     [] {
       return fail(on_page(page_in(Engine::gecko)).give(DevicesRead{0, 0}).press(Action::orb),
                   says::firefox_not_found, 30);
     },
     {C::no_device, likely, {C::device_failed}, {K::name_not_found}}},
    {"WebKit, in its own words",
     [] { return refused(Engine::webkit, Permission::prompt, says::webkit_no_device, 10); },
     {C::no_device, likely, {C::device_failed}, {K::name_not_found}}},
    {"Chromium says that it is in use",
     [] { return refused(Engine::chromium, Permission::granted, says::chromium_in_use, 60); },
     {C::device_busy, certain, {C::device_failed}, {K::message_says_in_use}}},
    {"Chromium's sound service fails",
     [] {
       return refused(Engine::chromium, Permission::granted,
                      {"NotReadableError", "Failed to access audio capture device"}, 60);
     },
     {C::device_failed, likely, {C::device_busy}, {K::message_says_driver}}},
    {"on Windows the privacy switch looks the same",
     [] {
       return refused(page_in(Engine::chromium, Os::windows), Permission::granted, says::chromium_audio, 200);
     },
     {C::device_busy, likely, {C::blocked_by_system, C::device_failed}, {K::name_not_readable}}},
    {"it cannot be opened",
     [] { return refused(Engine::chromium, Permission::granted, says::chromium_audio, 200); },
     {C::device_busy, likely, {C::device_failed}, {K::name_not_readable}}},
    {"a camera that hangs",
     [] {
       return camera_refused(page_in(Engine::chromium), {"AbortError", "Timeout starting video source"},
                             10'000);
     },
     {C::device_failed, likely, {C::device_busy}, {K::message_says_timeout}},
     Capability::camera},
    {"Firefox gives up",
     [] {
       return refused(page_in(Engine::gecko, Os::windows), Permission::granted,
                      {"AbortError", "Starting audioinput failed"}, 300);
     },
     {C::device_busy, likely, {C::device_failed}, {K::name_abort}}},
    {"no device can do what was wished for",
     [] { return overconstrained(Engine::chromium, "", "sampleRate"); },
     {C::constraint_unmet, likely, {C::chosen_device_gone}, {K::name_overconstrained}}},
    {"not supported",
     [] {
       return refused(Engine::chromium, Permission::prompt, {"NotSupportedError", "Not supported"}, at_once);
     },
     {C::api_missing, likely, {}, {K::name_not_supported}}},
};

}  // namespace

TEST_CASE("causes that lie in the device") { hold(cases); }

TEST_CASE("a device that is not there is known by its error, whatever the permission says") {
  for (const Permission state :
       {Permission::prompt, Permission::granted, Permission::denied, Permission::unknown}) {
    CAPTURE(name_of(state));
    CHECK(refused(Engine::chromium, state, says::chromium_not_found, 110).verdict().cause == C::no_device);
  }
}

TEST_CASE(
    "Firefox that lists a microphone and does not find it may be blocked by the system, but under Linux, which has no such block") {
  const auto cause_on = [](Os os) {
    return fail(on_page(page_in(Engine::gecko, os), Permission::granted)
                    .give(DevicesRead{1, 0})
                    .press(Action::orb),
                says::firefox_not_found, 30)
        .verdict()
        .cause;
  };
  CHECK(cause_on(Os::windows) == C::blocked_by_system);
  CHECK(cause_on(Os::macos) == C::blocked_by_system);
  CHECK(cause_on(Os::linux) == C::no_device);
}
