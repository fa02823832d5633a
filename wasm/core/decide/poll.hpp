// WebKit announces no change of a permission: where a new one would matter, it is read again and again.
#pragma once
#include "core/decide/turn.hpp"

namespace earshot {

void keep_polling(Turn& t);  // as often as the state after this fact needs it
void slow_down(Turn& t);
void hurry_up(Turn& t);  // something happened that a change may have come with

}  // namespace earshot
