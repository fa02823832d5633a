#include "core/show/guidance.hpp"
#include "core/values/packed.hpp"

namespace earshot {
namespace {

// What is true of a browser's interface: a member of the environment, and its value there.
struct Condition {
  enum class Of : std::uint8_t {
    engine,
    browser,
    os,
    form,
    phone_or_tablet,
    standalone,
    in_app,
    address_bar,
    os_until,
    browser_until
  };
  Of of = Of::engine;
  std::uint8_t value = 0;
};

bool holds(Condition condition, const Environment& e) {
  const auto is = [&](auto member) { return static_cast<std::uint8_t>(member) == condition.value; };
  const auto until = [&](int version) {
    return version > 0 && version <= condition.value;
  };  // one that nobody knows is newer
  switch (condition.of) {
    case Condition::Of::engine: return is(e.engine);
    case Condition::Of::browser:
      return is(e.browser) && !e.in_app;  // another app's view has none of its own menus
    case Condition::Of::os: return is(e.os);
    case Condition::Of::form: return is(e.form);
    case Condition::Of::phone_or_tablet: return e.form != Form::desktop;
    case Condition::Of::standalone: return e.standalone;
    case Condition::Of::in_app: return e.in_app;
    case Condition::Of::address_bar: return is(e.address_bar);
    case Condition::Of::os_until: return until(e.os_version);
    case Condition::Of::browser_until: return until(e.version);
  }
  return false;
}

// One browser interface, or many. What is not said may be anything. On iOS every browser is WebKit.
class Where {
 public:
  constexpr Where by(Engine engine) const { return and_(Condition::Of::engine, static_cast<int>(engine)); }
  constexpr Where by(Browser browser) const {
    return and_(Condition::Of::browser, static_cast<int>(browser));
  }
  constexpr Where on(Os os) const { return and_(Condition::Of::os, static_cast<int>(os)); }
  constexpr Where form(Form form) const { return and_(Condition::Of::form, static_cast<int>(form)); }
  constexpr Where phone() const { return and_(Condition::Of::phone_or_tablet, 0); }
  constexpr Where standalone() const { return and_(Condition::Of::standalone, 0); }
  constexpr Where in_app() const { return and_(Condition::Of::in_app, 0); }
  constexpr Where with(AddressBar bar) const {
    return and_(Condition::Of::address_bar, static_cast<int>(bar));
  }
  // Up to this version of the system, or of the browser.
  constexpr Where until(int version) const { return and_(Condition::Of::os_until, version); }
  constexpr Where browser_until(int version) const { return and_(Condition::Of::browser_until, version); }

  constexpr bool anywhere() const { return conditions_.empty(); }
  constexpr const Few<Condition>& conditions() const { return conditions_; }

 private:
  constexpr Where and_(Condition::Of of, int value) const {
    Where more = *this;
    more.conditions_.push_back({of, byte(value)});
    return more;
  }

  Few<Condition> conditions_{};
};
constexpr Where anywhere() { return {}; }
constexpr Where by(Engine engine) { return Where{}.by(engine); }
constexpr Where by(Browser browser) { return Where{}.by(browser); }
constexpr Where on(Os os) { return Where{}.on(os); }
constexpr Where in_app() { return Where{}.in_app(); }
constexpr Where phone() { return Where{}.phone(); }
constexpr Where form(Form form) { return Where{}.form(form); }
constexpr Where with(AddressBar bar) { return Where{}.with(bar); }

// A step, and its twin for the camera where that is another.
struct Said {
  Step microphone{};
  Step camera{};
  constexpr Said() = default;
  // NOLINT(google-explicit-constructor): a step is one
  constexpr Said(Step both) : microphone(both), camera(both) {}
  constexpr Said(Step m, Step c) : microphone(m), camera(c) {}
};

struct Row {
  Remedy remedy;
  Where where;
  Few<Said> steps;
  Picture picture;
};

namespace catalogue {
using enum Step;
using enum Os;
using enum Form;
#define BY_KIND(microphone, camera) Said(microphone, camera)
#define LIST(...) \
  { __VA_ARGS__ }
#define ROW(remedy, where, steps, picture, mark, source, date) \
  Row{Remedy::remedy, where, LIST steps, Picture::picture},
constexpr auto rows = std::to_array<Row>({
#include "core/show/catalogue.inc"
});
#undef ROW
#undef LIST
#undef BY_KIND
}  // namespace catalogue

// Every remedy ends somewhere: its last row fits anywhere. One pass over the rows, or clang finds it too long
// for a constant.
constexpr bool every_remedy_ends() {
  std::array<bool, count_of<Remedy>()> ends{};
  for (const Row& row : catalogue::rows) ends[static_cast<std::size_t>(row.remedy)] = row.where.anywhere();
  for (std::size_t n = 1; n < ends.size(); ++n)
    if (!ends[n]) return false;
  return true;
}
static_assert(every_remedy_ends(), "each remedy of catalogue.inc ends with a row for anywhere()");

// As they ship:
//   remedy, picture and which steps have a twin (four bits each), numbers of conditions and of steps (four
//   bits each), each condition: of, value; each step, and its twin after it
constexpr auto pack = [](Packer out) {
  for (const Row& row : catalogue::rows) {
    int twins = 0;
    int bit = 16;
    for (const Said& said : row.steps) {
      if (said.microphone != said.camera) twins |= bit;
      bit *= 2;
    }
    out.put(row.remedy);
    out.put(static_cast<int>(row.picture) | twins);
    out.put(row.where.conditions().size() | row.steps.size() << 4U);
    for (const Condition condition : row.where.conditions()) {
      out.put(condition.of);
      out.put(condition.value);
    }
    for (const Said& said : row.steps) {
      out.put(said.microphone);
      if (said.microphone != said.camera) out.put(said.camera);
    }
  }
  return out;
};
static_assert(count_of<Picture>() <= 16);
constexpr auto packed_rows = packed(pack);

struct Found {
  std::size_t row = 0;
  Guidance guidance;
};

// The first row of this remedy that fits.
Found find(Remedy remedy, Capability kind, const Environment& e) {
  const std::uint8_t* at = packed_rows.data();
  for (std::size_t row = 0; row < catalogue::rows.size(); ++row) {
    const unsigned of = *at++;
    const unsigned picture = *at++;
    const unsigned counts = *at++;
    bool fits = static_cast<Remedy>(of) == remedy;
    for (unsigned n = counts & 15U; n > 0; --n) {
      const auto member = static_cast<Condition::Of>(*at++);
      fits = holds({member, *at++}, e) && fits;
    }
    Found found{row, {{}, static_cast<Picture>(picture & 15U)}};
    unsigned twins = picture >> 4U;
    for (unsigned n = counts >> 4U; n > 0; --n) {
      unsigned step = *at++;
      if (twins & 1U) {
        if (kind == Capability::camera) step = *at;
        ++at;
      }
      twins >>= 1U;
      found.guidance.steps.push_back(static_cast<Step>(step));
    }
    if (fits) return found;
  }
  return {catalogue::rows.size(), {}};  // Remedy::none
}

}  // namespace

std::size_t row_for(Remedy remedy, const Environment& e) {
  return find(remedy, Capability::microphone, e).row;
}

Guidance guidance_for(Remedy remedy, Capability kind, const Environment& e) {
  return find(remedy, kind, e).guidance;
}

Guidance guidance_for(Cause cause, Capability kind, const Environment& e) {
  return guidance_for(remedy_of(cause, kind, e), kind, e);
}

Pointer prompt_edge(const Environment& e) {
  if (e.address_bar == AddressBar::none || (e.in_app && e.form == Form::desktop)) return Pointer::none;
  if (e.os == Os::ios || e.os == Os::android)
    return e.engine == Engine::gecko ? Pointer::top : Pointer::center;
  switch (e.engine) {
    case Engine::chromium: return e.browser == Browser::vivaldi ? Pointer::top_right : Pointer::top_left;
    case Engine::gecko: return Pointer::top_left;
    case Engine::webkit: return e.browser == Browser::safari ? Pointer::top : Pointer::none;
    case Engine::other: break;
  }
  return Pointer::none;
}

}  // namespace earshot
