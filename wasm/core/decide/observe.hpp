// What each piece of news leaves behind of one media kind. By value: the old observations go in, the new ones
// come out.
#pragma once
#include "core/values/environment.hpp"
#include "core/values/fact.hpp"
#include "core/values/observations.hpp"

namespace earshot {

// The mark a rejection leaves. Messages are promised by no standard: parts of them are looked for in any
// case.
Refusal refusal_of(const RequestFailed& fact);

// `combined`: one request asked for both kinds.
Observations witness_failure(Observations seen, const RequestFailed& fact, const Environment& where,
                             bool combined);
Observations witness_permission(Observations seen, Permission state);
Observations witness_opened(const Observations& seen);
// What the browser lists. Where a device lived unlisted, an empty list says nothing.
Observations witness_listed(Observations seen, Devices devices);
// `track`: the one that is lost.
Observations witness_loss(Observations seen, const Track& track, Loss loss, Away away);

Track witness_level(Track track, const Level& level);
// The same behind the visitor's own mute, where nobody is to be heard.
Track witness_speech(Track track, const Level& level);
Track witness_frames(Track track, const Frames& frames);
// Something happened that a capture may not have survived: only samples that come now will tell.
Track witness_upset(Track track);

}  // namespace earshot
