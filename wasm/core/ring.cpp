// Notifications, for sites that ring their visitors: asked for on a press only, and explained where they are blocked.
#include "core/turn.hpp"

namespace earshot {
namespace {

// As with a microphone, a third prompt closed would make Chromium block the site for a week.
constexpr int most_dismissals = 2;

}  // namespace

void read_ring(Turn& t, Permission state) {
  Ring& ring = t.s.ring;
  const bool lifted = ring.permission == Permission::denied && state != Permission::denied;
  ring.permission = state;
  if (lifted || state == Permission::granted) ring = {.permission = state};
}

void press_ring(Turn& t) {
  State& s = t.s;
  if (!s.settings.notifications || s.ring.permission == Permission::granted) return;
  const bool pointless = !s.environment.notifications || !s.environment.secure || s.ring.permission == Permission::denied ||
                         s.ring.dismissals >= most_dismissals;
  if (pointless) s.ring.guided = true;
  else t.order(RequestNotifications{});
}

void on(Turn& t, const NotificationsAnswered& f) {
  State& s = t.s;
  if (!s.settings.notifications) return;
  if (f.state == Permission::prompt && s.ring.dismissals < most_dismissals) ++s.ring.dismissals;
  s.ring.permission = f.state;
  s.ring.refused |= f.state == Permission::denied;
  s.ring.guided = f.state == Permission::denied;
  if (f.state == Permission::granted) s.ring = {.permission = Permission::granted};
}

}  // namespace earshot
