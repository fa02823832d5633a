#include "boundary/config/config.hpp"
#include <algorithm>
#include <array>
#include <iterator>
#include "boundary/config/actions.hpp"
#include "boundary/config/by_cause.hpp"
#include "boundary/config/chat.hpp"
#include "boundary/config/texts.hpp"

namespace earshot {
namespace {

bool read_media(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  if (!value.is(Kind::list))
    return problems.add(place, "wrong type", "a list of \"microphone\" and \"camera\""), false;
  bool microphone = false, camera = false;
  std::size_t at = 0;
  for (const Value& entry : value) {
    if (!problems.choice(entry_of(place, at++), entry, "microphone, camera")) continue;
    (entry.text() == "camera" ? camera : microphone) = true;
  }
  if (!microphone)
    problems.add(place, "the microphone is missing", "\"microphone\", and \"camera\" for a video call");
  out.raw(camera ? R"(["microphone","camera"])" : R"(["microphone"])");
  return true;
}

// How long a guard waits for the host: from a second to two minutes.
bool read_host_wait(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  constexpr int least = 1'000, most = 120'000;
  if (value.is_whole() && value.whole() >= least && value.whole() <= most)
    return out.number(value.whole()), true;
  problems.add(place, value.is_whole() ? "out of range" : "wrong type",
               "a whole number from 1000 to 120000 (ms)");
  return false;
}

bool read_flag(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  if (value.is(Kind::boolean)) return out.flag(value.is_true()), true;
  return problems.add(place, "wrong type", "true or false"), false;
}

struct Option {
  std::string_view name;
  std::string_view instead;  // where the site says nothing, or nothing that will do; as JSON
  // Writes what the site says as one value, or nothing where it will not do.
  bool (*read)(JsonText& out, Problems& problems, const Place& place, const Value& value) = read_flag;
  Names choices = "";  // one of these, where there are any
};

// In the order in which they are answered.
constexpr Option options[] = {
    {"media", R"(["microphone"])", read_media},
    {"chat", R"({"transport":"host","url":"","origin":"","keep":true,"links":[]})", read_chat},
    {.name = "log", .instead = R"("verdicts")", .choices = "verdicts, silent"},
    {.name = "verdicts", .instead = R"("press")", .choices = "press, at_once"},
    {"language", R"("")", read_language},
    {.name = "position", .instead = R"("bottom-right")", .choices = "bottom-right, bottom-left, inline"},
    {.name = "theme", .instead = R"("auto")", .choices = "auto, light, dark"},
    {"texts", "{}", read_texts},
    {.name = "mode", .instead = R"("provide")", .choices = "provide, guard"},
    {"notifications", "false"},
    {"remember", "false"},
    {"media_session", "true"},
    {"wake_lock", "true"},
    {"hear_while_muted", "false"},
    {"host_wait_ms", "10000", read_host_wait},
    {"company", R"("")", read_company},
    {.name = "loading", .instead = R"("eager")", .choices = "eager, idle, press"},
    {.name = "launcher", .instead = R"("auto")", .choices = "auto, orb, bar"},
    {"support", "{}", read_support},
    {"actions", R"({"hide":[],"order":[]})", read_actions},
    {"instructions", "{}", read_instructions},
};

// What is answered for each of them, as JSON.
using Said = std::array<std::string, std::size(options)>;

std::string option_names() {
  std::string list;
  for (const Option& option : options) (list += option.name) += ',';
  return list;
}

std::size_t place_of(std::string_view name) {
  const auto is_it = [&](const Option& option) { return option.name == name; };
  return static_cast<std::size_t>(std::find_if(std::begin(options), std::end(options), is_it) - options);
}

void read_option(std::string& said, Problems& problems, const Option& option, const Place& place,
                 const Value& value) {
  JsonText out;
  if (!option.choices.empty()
          ? problems.choice(place, value, option.choices) && (out.text(value.text()), true)
          : option.read(out, problems, place, value))
    said = out.take();
}

void read_options(Said& said, Problems& problems, const std::string& text) {
  const Place all{};
  if (text.size() > longest_config) return problems.add(all, "too long", "at most 524288 bytes");
  const Document document = read_json(text);
  const Value& config = document.root();
  if (!config.is_there()) return problems.add(all, document.wrong().c_str(), "one JSON object");
  if (!config.is(Kind::object)) return problems.add(all, "wrong type", "one JSON object");
  for (const Value& value : config) {
    const std::string_view name = value.name();
    const std::size_t n = place_of(name);
    if (n < said.size()) read_option(said[n], problems, options[n], member_of(all, name), value);
    else problems.unknown_key(all, name, option_names());
  }
}

}  // namespace

ReadConfig read_config(const std::string& text) {
  Said said;
  for (std::size_t n = 0; n < said.size(); ++n) said[n] = options[n].instead;
  Problems problems;
  read_options(said, problems, text);
  const auto answered = [&](std::string_view name) -> const std::string& { return said[place_of(name)]; };
  const auto is = [&](std::string_view name, std::string_view json) { return answered(name) == json; };
  const Settings settings{
      .camera = !is("media", R"(["microphone"])"),
      .log = is("log", R"("verdicts")"),
      .guard = is("mode", R"("guard")"),
      .notifications = is("notifications", "true"),
      .remember = is("remember", "true"),
      .media_session = is("media_session", "true"),
      .wake_lock = is("wake_lock", "true"),
      .verdicts_at_once = is("verdicts", R"("at_once")"),
      .hear_while_muted = is("hear_while_muted", "true"),
      .host_wait_ms = static_cast<std::int32_t>(read_json(answered("host_wait_ms")).root().whole())};
  JsonText answer;
  answer.open('{').key("config").open('{');
  for (std::size_t n = 0; n < said.size(); ++n) answer.key(options[n].name).raw(said[n]);
  answer.close('}').key("problems").raw(problems.take()).close('}');
  return {settings,
          custom_of(answered("actions"), answered("support"), answered("instructions"), answered("chat")),
          answer.take()};
}

}  // namespace earshot
