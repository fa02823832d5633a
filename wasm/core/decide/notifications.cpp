// Notifications, for sites that ring their visitors: asked for on a press only, and explained where they are
// blocked.
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

// As with a microphone, a third prompt closed would make Chromium block the site for a week.
constexpr int most_dismissals = 2;

}  // namespace

void read_notifications(Turn& t, Permission state) {
  Notifications& ours = t.s.notifications;
  const bool lifted = ours.permission == Permission::denied && state != Permission::denied;
  ours.permission = state;
  if (lifted || state == Permission::granted) ours = {.permission = state};
}

void press_notifications(Turn& t) {
  State& s = t.s;
  if (!s.settings.notifications || s.notifications.permission == Permission::granted) return;
  const bool pointless = !s.environment.notifications || !s.environment.secure ||
                         s.notifications.permission == Permission::denied ||
                         s.notifications.dismissals >= most_dismissals;
  if (pointless) s.notifications.guided = true;
  else t.order(RequestNotifications{});
}

void on(Turn& t, const NotificationsAnswered& f) {
  State& s = t.s;
  if (!s.settings.notifications) return;
  if (f.state == Permission::prompt && s.notifications.dismissals < most_dismissals)
    ++s.notifications.dismissals;
  s.notifications.permission = f.state;
  s.notifications.refused |= f.state == Permission::denied;
  s.notifications.guided = f.state == Permission::denied;
  if (f.state == Permission::granted) s.notifications = {.permission = Permission::granted};
}

}  // namespace earshot
