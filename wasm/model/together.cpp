#include "model/together.hpp"
#include <algorithm>
#include <unordered_set>
#include "model/browser_rules.hpp"
#include "model/circles.hpp"
#include "model/walk.hpp"

namespace earshot {
namespace {

constexpr std::uint32_t nobody = 0xffffffff;
// Weights of the search: the fewest doings together, and among those the fewest presses.
constexpr std::uint32_t act_weight = 64, press_weight = 65, unreached = 0xffffffff;

struct Place {
  Packed truth;
  std::uint32_t core;
  std::uint32_t from;  // where it was first reached from, for the story of a failure
  bool operator==(const Place& other) const { return truth == other.truth && core == other.core; }
};

struct PlaceHash {
  std::uint64_t operator()(const Place& place) const {
    std::uint64_t hash =
        (place.truth.low ^ std::uint64_t{place.core} << 40 ^ place.core) * 0x9e3779b97f4a7c15u;
    hash = (hash ^ hash >> 31 ^ place.truth.high) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 29;
    hash *= 0xbf58476d1ce4e5b9u;
    return hash ^ hash >> 32;
  }
};

// An edge that a cooperating visitor and browser may take: where it leads, and in its upper bits whose doing
// it is.
constexpr unsigned target_width = 29;
constexpr std::uint32_t target_bits = (1u << target_width) - 1;
Doer doer_of(std::uint32_t edge) { return static_cast<Doer>(edge >> target_width); }
std::uint32_t weight_of(std::uint32_t edge) {
  switch (doer_of(edge)) {
    case Doer::press: return press_weight;
    case Doer::act:
    case Doer::settings:
    case Doer::camera: return act_weight;
    default: return 0;
  }
}
std::uint32_t edge_of(std::uint32_t target, Doer doer) {
  return target | static_cast<std::uint32_t>(doer) << target_width;
}

// Which doings a search may use.
struct Through {
  bool settings = true, camera = true;
  bool allows(std::uint32_t edge) const {
    const Doer doer = doer_of(edge);
    return (settings || doer != Doer::settings) && (camera || doer != Doer::camera);
  }
};

struct Graph {
  std::vector<std::uint32_t> edges{};
  std::vector<std::uint32_t> first{};  // of each state, and one more
  std::size_t bytes() const { return (edges.capacity() + first.capacity()) * sizeof(std::uint32_t); }
};

Graph reversed(const Graph& forward) {
  const std::size_t count = forward.first.size() - 1;
  Graph back;
  back.first.resize(count + 1);
  for (const std::uint32_t edge : forward.edges) ++back.first[(edge & target_bits) + 1];
  for (std::size_t n = 0; n < count; ++n) back.first[n + 1] += back.first[n];
  back.edges.resize(forward.edges.size());
  std::vector<std::uint32_t> next(back.first.begin(), back.first.end() - 1);
  for (std::uint32_t n = 0; n < count; ++n)
    for (std::uint32_t at = forward.first[n]; at < forward.first[n + 1]; ++at) {
      const std::uint32_t edge = forward.edges[at];
      back.edges[next[edge & target_bits]++] = n | (edge & ~target_bits);
    }
  return back;
}

// From the goals backward, in buckets of equal weight.
std::vector<std::uint32_t> distances(const Graph& back, const std::vector<bool>& goal, Through through = {}) {
  std::vector<std::uint32_t> distance(goal.size(), unreached);
  std::vector<std::vector<std::uint32_t>> buckets(1);
  for (std::uint32_t n = 0; n < goal.size(); ++n)
    if (goal[n]) {
      distance[n] = 0;
      buckets[0].push_back(n);
    }
  for (std::uint32_t reach = 0; reach < buckets.size(); ++reach) {
    for (std::size_t at = 0; at < buckets[reach].size(); ++at) {
      const std::uint32_t n = buckets[reach][at];
      if (distance[n] != reach) continue;
      for (std::uint32_t e = back.first[n]; e < back.first[n + 1]; ++e) {
        const std::uint32_t from = back.edges[e] & target_bits;
        if (!through.allows(back.edges[e])) continue;
        const std::uint32_t further = reach + weight_of(back.edges[e]);
        if (further >= distance[from]) continue;
        distance[from] = further;
        if (buckets.size() <= further) buckets.resize(further + 1);
        buckets[further].push_back(from);
      }
    }
    std::vector<std::uint32_t>{}.swap(buckets[reach]);
  }
  return distance;
}

// Nothing but the camera stands in the way of the voice, or nothing at all: a press asks for it, and opens
// it. After two dismissals we ask no third time, as that would block it for a week.
bool voice_is_free(const Rules& rules, const Truth& t) {
  const KindTruth& kind = t.microphone;
  const bool may_ask =
      kind.permission == Permission::granted || kind.dismissals + 1 < dismissals_before_embargo;
  return may_ask && kind.present && !kind.by_system && !(kind.busy && rules.chromium()) &&
         !rules.refuses(t, mic, bit(mic), true);
}

Effort effort_of(std::uint32_t distance) {
  if (distance == unreached) return {};
  const std::uint32_t presses = distance % act_weight;
  return {static_cast<std::uint8_t>(presses), static_cast<std::uint8_t>(distance / act_weight - presses),
          true};
}

// What survives a reload of the page.
Truth reloaded(const Truth& old) {
  Truth fresh;
  fresh.visible = old.visible;
  fresh.in_front = old.in_front;
  fresh.no_output = old.no_output;
  for (const MediaKind k : media_kinds) {
    KindTruth& kind = fresh.of(k);
    kind.permission = old.of(k).permission;
    kind.secret = old.of(k).secret;
    kind.once = old.of(k).once;
    kind.dismissals = old.of(k).dismissals;
    kind.present = old.of(k).present;
    kind.another = old.of(k).another;
    kind.busy = old.of(k).busy;
    kind.by_system = old.of(k).by_system;
  }
  return fresh;
}

Truth first_truth() {
  Truth t;
  t.list_untold = true;
  return t;
}

class Walker {
 public:
  Walker(const World& world, Measure measure)
      : world_(world),
        measure_(measure == Measure::ways || measure == Measure::ways_in_the_page),
        in_page_(measure == Measure::ways_in_the_page),
        circles_(measure == Measure::circles),
        core_(world.start, world.troubles.patience) {}

  Together run() {
    places_.insert({packed(first_truth()), 0, nobody});
    std::vector<Move> possible;
    for (std::uint32_t n = 0; n < places_.size() && found_.broken.empty(); ++n) {
      if (measure_) graph_.first.push_back(static_cast<std::uint32_t>(graph_.edges.size()));
      const Place here = places_[n];
      const Truth truth = unpacked(here.truth);
      found_.timers[core_.stance(here.core).phase] |= truth.timers;
      if (const char* broken = broken_by_truth(world_, truth, core_.stance(here.core)))
        found_.broken = broken + story(n);
      if (circles_ && settled(world_, truth) && is_new(here.core, truth.microphone))
        if (const std::string circle = circle_at(world_, core_.state(here.core), truth); !circle.empty())
          found_.broken = circle + story(n);
      moves(world_, core_.stance(here.core), truth, possible);
      for (const Move& move : possible) step(n, here, move);
    }
    found_.states = places_.size();
    found_.core_states = core_.states();
    found_.decisions = core_.decided();
    found_.bytes = places_.bytes() + core_.bytes() + graph_.bytes();
    found_.ways = core_.ways();
    for (std::uint32_t n = 0; measure_ && n < core_.states(); ++n) found_.visited.push_back(core_.state(n));
    if (measure_ && found_.broken.empty()) search();
    return std::move(found_);
  }

 private:
  // The same words with the same in the way lead to the same.
  bool is_new(std::uint32_t core, const KindTruth& kind) {
    const unsigned in_the_way = static_cast<unsigned>(kind.permission) | (kind.secret ? 4u : 0u) |
                                (kind.refused ? 8u : 0u) | (kind.present ? 16u : 0u) |
                                (kind.another ? 32u : 0u) | (kind.busy ? 64u : 0u) |
                                (kind.by_system ? 128u : 0u);
    return read_.insert(std::uint64_t{core} << 8 | in_the_way).second;
  }

  void step(std::uint32_t n, const Place& here, const Move& move) {
    if (!found_.broken.empty()) return;
    ++found_.transitions;
    Truth truth = move.truth;
    std::uint32_t core = here.core;
    if (move.said.what != Says::nothing) {
      const auto decision = core_.decide(here.core, move.said);
      const Orders& orders = core_.orders(decision.orders);
      core = decision.next;
      const char* broken =
          obey(world_, truth, move.said, core_.stance(here.core), core_.stance(core), orders);
      if (broken || !core_.broken().empty()) {
        found_.broken = (broken ? std::string{broken} : core_.broken()) + story(n) + line(here, move);
        return;
      }
      if (orders.reload) {
        truth = reloaded(truth);
        truth.list_untold = true;
        core = 0;
      }
    }
    const std::uint32_t target = places_.insert({packed(truth), core, n}).first;
    if (measure_ && move.doer != Doer::trouble && target != n)
      graph_.edges.push_back(edge_of(target, move.doer));
  }

  std::string line(const Place& here, const Move& move) const {
    std::string text = "\n  " + std::string{name_of(core_.stance(here.core).phase)} + ": " + move.name;
    if (move.said.what != Says::nothing)
      text += " (" + describe(fact_of(move.said, core_.state(here.core))) + ")";
    return text;
  }

  // How it came to this, from the start.
  std::string story(std::uint32_t n) {
    std::string text;
    std::vector<Move> possible;
    for (; places_[n].from != nobody; n = places_[n].from) {
      const std::uint32_t parent = places_[n].from;
      const Place here = places_[parent];
      moves(world_, core_.stance(here.core), unpacked(here.truth), possible);
      for (const Move& move : possible) {
        Truth truth;
        const std::uint32_t core = follow(world_, core_, here.core, move, truth);
        if (!(packed(truth) == places_[n].truth) || core != places_[n].core) continue;
        text = line(here, move) + text;
        break;
      }
    }
    return text;
  }

  void search() {
    graph_.first.push_back(static_cast<std::uint32_t>(graph_.edges.size()));
    const Graph back = reversed(graph_);
    std::vector<bool> live(places_.size()), chatting(places_.size());
    for (std::uint32_t n = 0; n < places_.size(); ++n) {
      const Stance& seen = core_.stance(places_[n].core);
      live[n] = really_live(unpacked(places_[n].truth), seen);
      chatting[n] = seen.phase == Phase::chatting;
    }
    const std::vector<std::uint32_t> to_live = distances(back, live), to_chat = distances(back, chatting);
    const std::vector<std::uint32_t> in_page =
        in_page_ ? distances(back, live, Through{.settings = false}) : std::vector<std::uint32_t>{};
    // Where a camera is wanted: nobody mends it, or changes a setting.
    const std::vector<std::uint32_t> voice =
        world_.start.settings.camera ? distances(back, live, Through{.settings = false, .camera = false})
                                     : std::vector<std::uint32_t>{};
    found_.bytes += back.bytes() + 2 * to_live.size() * sizeof(std::uint32_t);
    for (std::uint32_t n = 0; n < places_.size(); ++n) {
      const Stance& seen = core_.stance(places_[n].core);
      const Effort effort = effort_of(to_live[n]), chat = effort_of(to_chat[n]);
      const bool trapped = (world_.can_go_live && !effort.reachable) || !chat.reachable;
      if (trapped && found_.trap.empty())
        found_.trap = std::string{"4. no way to "} + (chat.reachable ? "a call" : "the chat") + " from " +
                      std::string{name_of(seen.phase)} + story(n);
      const Truth truth = unpacked(places_[n].truth);
      const bool lost = !voice.empty() && voice[n] == unreached && voice_is_free(Rules{world_}, truth);
      if (lost && found_.trap.empty())
        found_.trap = std::string{"6. the camera's trouble costs the voice from "} +
                      std::string{name_of(seen.phase)} + story(n);
      if (!settled(world_, truth) || truth.dialog != Dialog::none)
        continue;  // there the browser itself shows the way
      const Effort stays = in_page_ ? effort_of(in_page[n]) : Effort{};
      const Efforts here{effort, effort, chat, stays, stays};
      const auto [row, is_new] = found_.efforts.emplace(std::pair{seen.phase, seen.cause}, here);
      if (!is_new) row->second.join(here);
    }
  }

  const World& world_;
  bool measure_, in_page_, circles_;
  Decisions core_;
  IndexedSet<Place, PlaceHash> places_{};
  std::unordered_set<std::uint64_t> read_{};
  Graph graph_{};
  Together found_{};
};

}  // namespace

void Efforts::join(const Efforts& other) {
  const auto further = [](const Effort& a, const Effort& b) {
    return a.reachable != b.reachable ? !a.reachable : a.total() > b.total();
  };
  if (further(best_live, other.best_live)) best_live = other.best_live;
  if (further(other.worst_live, worst_live)) worst_live = other.worst_live;
  if (further(other.worst_chat, worst_chat)) worst_chat = other.worst_chat;
  if (further(best_in_page, other.best_in_page)) best_in_page = other.best_in_page;
  if (further(other.worst_in_page, worst_in_page)) worst_in_page = other.worst_in_page;
}

Together walk_together(const World& world, Measure measure) { return Walker{world, measure}.run(); }

}  // namespace earshot
