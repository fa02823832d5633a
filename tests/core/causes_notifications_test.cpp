// The small cause table of notifications.
#include "causes.hpp"

using namespace earshot;

namespace {

constexpr auto notifications = Capability::notifications;

Scene ringing(const Environment& environment, Permission state) {
  Scene scene;
  scene.s.settings.notifications = true;
  return scene.give(EnvironmentSeen{environment}).permission(notifications, state);
}
Scene answered(Permission answer) {
  Scene scene = ringing(page_in(Engine::chromium), Permission::prompt);
  return scene.press(Action::allow_notifications).give(NotificationsAnswered{answer, 3000});
}

const Case cases[] = {
    {"a page without https",
     [] { return ringing({.secure = false, .notifications = false}, Permission::denied); },
     {C::insecure_page, certain, {}, {K::not_secure}},
     notifications},
    {"Safari on an iPhone, outside the home screen",
     [] { return ringing({.notifications = false}, Permission::unknown); },
     {C::api_missing, certain, {}, {K::no_notifications}},
     notifications},
    {"refused just now",
     [] { return answered(Permission::denied); },
     {C::denied, likely, {C::blocked_for_site}, {K::permission_denied}},
     notifications},
    {"refused before, in Chromium",
     [] { return ringing(page_in(Engine::chromium), Permission::denied); },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::embargoed},
      {K::permission_denied}},
     notifications},
    {"refused before, in Firefox",
     [] { return ringing(page_in(Engine::gecko), Permission::denied); },
     {C::blocked_for_site, likely, {C::default_block, C::managed_policy}, {K::permission_denied}},
     notifications},
    {"closed without an answer",
     [] { return answered(Permission::prompt); },
     {C::dismissed, likely, {}, {K::permission_prompt}},
     notifications},
    {"allowed", [] { return answered(Permission::granted); }, {C::none, certain, {}, {}}, notifications},
    {"not asked yet",
     [] { return ringing(page_in(Engine::chromium), Permission::prompt); },
     {C::none, certain, {}, {}},
     notifications},
};

}  // namespace

TEST_CASE("causes of a site that may not notifications") { hold(cases); }
