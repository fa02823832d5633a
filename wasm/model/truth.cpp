#include "model/truth.hpp"
#include <algorithm>
#include <type_traits>

namespace earshot {
namespace {

// Writes or reads every part of the truth, in as few bits as it needs.
template <class Whole, class Each>
constexpr void each_part(Whole& t, Each each) {
  for (auto* kind : {&t.microphone, &t.camera}) {
    each(kind->permission, 2);
    each(kind->secret, 1);
    each(kind->once, 1);
    each(kind->refused, 1);
    each(kind->told, 2);
    each(kind->witnessed, 1);
    each(kind->reading, 1);
    each(kind->polled, 1);
    each(kind->present, 1);
    each(kind->another, 1);
    each(kind->moved, 1);
    each(kind->used_gone, 1);
    each(kind->stands_in, 1);
    each(kind->busy, 1);
    each(kind->by_system, 1);
    each(kind->track, 2);
    each(kind->muted, 1);
    each(kind->mute_told, 1);
    each(kind->switched_off, 1);
    each(kind->page_muted, 1);
    each(kind->action_untold, 1);
    each(kind->dismissals, 2);
  }
  each(t.asked, 2);
  each(t.refused_together, 1);
  each(t.late, 2);
  each(t.late_asks, 2);
  each(t.activated, 1);
  each(t.tied, 1);
  each(t.disabled, 1);
  each(t.visible, 1);
  each(t.in_front, 1);
  each(t.list_untold, 1);
  each(t.looks, 1);
  each(t.listening, 1);
  each(t.sound_gone, 1);
  each(t.no_output, 1);
  each(t.host_opens, 1);
  each(t.began, 1);
  each(t.timers, 8);
}

// Where one part says whether another means anything, they share a number: the whole has to fit.
constexpr unsigned stage_width = 5, dialog_width = 4, quiet_width = 3;
std::uint64_t stage_number(const Truth& t) {
  if (t.stage != Stage::failed) return static_cast<std::uint64_t>(t.stage);
  return static_cast<unsigned>(Stage::failed) + static_cast<unsigned>(t.failing) * 2 + (t.at_once ? 1 : 0);
}
void read_stage(Truth& t, unsigned number) {
  constexpr auto failed = static_cast<unsigned>(Stage::failed);
  t.stage = static_cast<Stage>(std::min(number, failed));
  if (t.stage != Stage::failed) return;
  t.failing = static_cast<Failing>((number - failed) / 2);
  t.at_once = (number - failed) % 2 != 0;
}
std::uint64_t dialog_number(const Truth& t) {
  return t.dialog == Dialog::none ? 0 : (static_cast<unsigned>(t.dialog) - 1) * 3 + t.dialog_asks;
}
void read_dialog(Truth& t, unsigned number) {
  if (number == 0) return;
  t.dialog = static_cast<Dialog>((number - 1) / 3 + 1);
  t.dialog_asks = static_cast<std::uint8_t>((number - 1) % 3 + 1);
}
std::uint64_t quiet_number(const Truth& t) {
  return t.quiet == Quiet::none ? 0 : (static_cast<unsigned>(t.quiet) - 1) * 2 + bit(t.quiet_asks);
}
void read_quiet(Truth& t, unsigned number) {
  if (number == 0) return;
  t.quiet = static_cast<Quiet>((number - 1) / 2 + 1);
  t.quiet_asks = number % 2 != 0 ? mic : cam;
}

constexpr unsigned width_of_truth() {
  Truth t;
  unsigned width = stage_width + dialog_width + quiet_width;
  each_part(t, [&](auto&, unsigned more) { width += more; });
  return width;
}
static_assert(width_of_truth() <= 128);

// Bits one after the other, over two words.
struct Bits {
  Packed& all;
  unsigned at = 0;

  void put(std::uint64_t number, unsigned width) {
    if (at < 64) all.low |= number << at;
    if (at >= 64) all.high |= number << (at - 64);
    else if (at + width > 64) all.high |= number >> (64 - at);
    at += width;
  }
  unsigned take(unsigned width) {
    std::uint64_t number = at < 64 ? all.low >> at : all.high >> (at - 64);
    if (at < 64 && at + width > 64) number |= all.high << (64 - at);
    at += width;
    return static_cast<unsigned>(number & ((1u << width) - 1));
  }
};

}  // namespace

Packed packed(const Truth& truth) {
  Packed all;
  Bits bits{all};
  bits.put(stage_number(truth), stage_width);
  bits.put(dialog_number(truth), dialog_width);
  bits.put(quiet_number(truth), quiet_width);
  each_part(truth,
            [&](const auto& part, unsigned width) { bits.put(static_cast<std::uint64_t>(part), width); });
  return all;
}

Truth unpacked(Packed all) {
  Truth truth;
  Bits bits{all};
  read_stage(truth, bits.take(stage_width));
  read_dialog(truth, bits.take(dialog_width));
  read_quiet(truth, bits.take(quiet_width));
  each_part(truth, [&](auto& part, unsigned width) {
    part = static_cast<std::remove_reference_t<decltype(part)>>(bits.take(width));
  });
  return truth;
}

}  // namespace earshot
