// Notifications, for sites that ring their visitors: the whole way, from the first look to a block
// that is lifted.
#include "causes.hpp"

using namespace earshot;

namespace {

constexpr auto notifications = Capability::notifications;

Scene ringing(const Environment& environment, Permission state) {
  Scene scene;
  scene.s.settings.notifications = true;
  return scene.give(EnvironmentSeen{environment}).permission(notifications, state);
}

}  // namespace

TEST_CASE("a site that does not notifications is not looked at, and nothing of it is offered") {
  Scene scene;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)});
  CHECK_FALSE(scene.orders(ReadPermission{notifications}));
  CHECK_FALSE(scene.orders(WatchPermission{notifications, 0}));
  CHECK(scene.shown().notifications == Notice::off);
  CHECK_FALSE(scene.offers(Action::allow_notifications));
  CHECK_FALSE(scene.press(Action::allow_notifications).ordered<RequestNotifications>());
  CHECK(scene.give(NotificationsAnswered{Permission::granted, 10}).shown().notifications == Notice::off);
}

TEST_CASE("asked for on a press only, and allowed") {
  Scene scene;
  scene.s.settings.notifications = true;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)});
  CHECK(scene.orders(ReadPermission{notifications}));
  CHECK(scene.orders(WatchPermission{notifications, 0}));
  scene.permission(notifications, Permission::prompt);
  CHECK_FALSE(scene.ordered<RequestNotifications>());
  CHECK(scene.shown().notifications == Notice::prompt);
  CHECK(scene.offers(Action::allow_notifications));
  CHECK(scene.press(Action::allow_notifications).orders(RequestNotifications{}));
  scene.give(NotificationsAnswered{Permission::granted, 2500});
  CHECK(scene.shown().notifications == Notice::granted);
  CHECK_FALSE(scene.offers(Action::allow_notifications));
  CHECK_FALSE(scene.press(Action::allow_notifications).ordered<RequestNotifications>());
}

TEST_CASE("a block of an earlier visit is silent until somebody wants notifications, or to talk") {
  const auto told = [](const Scene& scene) {
    const TellVerdict* verdict = scene.ordered<TellVerdict>();
    return verdict && verdict->kind == notifications;
  };
  Scene scene = ringing(page_in(Engine::chromium), Permission::denied);
  CHECK_FALSE(told(scene));
  CHECK_FALSE(told(scene.permission(mic, Permission::prompt)));
  SUBCASE("notifications") { scene.press(Action::allow_notifications); }
  SUBCASE("to talk") { scene.press(Action::orb); }
  CHECK(told(scene));
  CHECK_FALSE(told(scene.give(DevicesRead{1, 0})));
}

TEST_CASE("refused: the visitor is shown the way, and a change of mind is noticed") {
  Scene scene = ringing(page_in(Engine::chromium), Permission::prompt).press(Action::allow_notifications);
  scene.give(NotificationsAnswered{Permission::denied, 2500});
  CHECK(scene.shown().title == Title::notifications_blocked);
  CHECK(scene.advises(Step::chromium_turn_on_notifications));
  CHECK(scene.offers(Action::dismiss));
  CHECK(scene.offers(Action::orb));
  const TellVerdict* told = scene.ordered<TellVerdict>();
  REQUIRE(told);
  CHECK(told->kind == notifications);
  CHECK(scene.verdict(notifications).cause == C::denied);

  SUBCASE("allowed in the settings") {
    scene.give(PermissionRead{notifications, Permission::granted, true});
    CHECK(scene.shown().notifications == Notice::granted);
    CHECK(scene.shown().title == Title::press_to_talk);
  }
  SUBCASE("closed, and asked for the way again") {
    scene.press(Action::dismiss);
    CHECK(scene.shown().title == Title::press_to_talk);
    CHECK(scene.shown().notifications == Notice::blocked);
    CHECK_FALSE(scene.press(Action::allow_notifications).ordered<RequestNotifications>());
    CHECK(scene.shown().title == Title::notifications_blocked);
  }
  SUBCASE("a call goes before") {
    CHECK(scene.press(Action::orb).ordered<Open>());
    CHECK(scene.shown().orb == Orb::asking);
  }
}

TEST_CASE("blocked long ago: no question is wasted on it") {
  Scene scene = ringing(page_in(Engine::gecko), Permission::denied);
  CHECK(scene.shown().notifications == Notice::blocked);
  CHECK(scene.offers(Action::allow_notifications));
  CHECK_FALSE(scene.press(Action::allow_notifications).ordered<RequestNotifications>());
  CHECK(scene.advises(Step::firefox_allow_notifications));
}

TEST_CASE("closed twice: a third time would be a week without any, so the way is shown instead") {
  Scene scene = ringing(page_in(Engine::chromium), Permission::prompt);
  for (int n = 0; n < 2; ++n) {
    CHECK(scene.press(Action::allow_notifications).orders(RequestNotifications{}));
    scene.give(NotificationsAnswered{Permission::prompt, 900});
    CHECK(scene.verdict(notifications).cause == C::dismissed);
  }
  CHECK_FALSE(scene.press(Action::allow_notifications).ordered<RequestNotifications>());
  CHECK(scene.shown().title == Title::notifications_blocked);
}

TEST_CASE("an iPhone outside the home screen is told how to get there") {
  Environment e = phone(Engine::webkit, Os::ios);
  e.browser = Browser::safari;
  e.notifications = false;
  Scene scene = ringing(e, Permission::unknown);
  CHECK_FALSE(scene.press(Action::allow_notifications).ordered<RequestNotifications>());
  CHECK(scene.shown().title == Title::notifications_unavailable);
  CHECK(scene.advises(Step::ios_add_to_home_screen));
}

TEST_CASE("notifications neither open media nor disturb a call") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.s.settings.notifications = true;
  scene.give(PermissionRead{notifications, Permission::denied, true});
  CHECK(scene.shown().title == Title::listening);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK_FALSE(scene.ordered<Close>());
  CHECK(scene.give(PermissionRead{notifications, Permission::granted, true}).shown().orb == Orb::live);
  CHECK(scene.verdict(mic) == Verdict{});
}

TEST_CASE("an answer that nobody asked for is no answer, and a grant forgets what came before it") {
  Scene scene = arrived(Engine::chromium);
  const State before = scene.s;
  CHECK(scene.give(NotificationsAnswered{Permission::denied, 5}).s == before);

  Scene granted = ringing(page_in(Engine::chromium), Permission::prompt).press(Action::allow_notifications);
  granted.give(NotificationsAnswered{Permission::prompt, 900})
      .press(Action::allow_notifications)
      .give(NotificationsAnswered{Permission::granted, 900});
  CHECK(granted.s.notifications == Notifications{.permission = Permission::granted});
}
