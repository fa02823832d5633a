#include "boundary/config/config.hpp"
#include "boundary/config/actions.hpp"
#include "boundary/config/by_cause.hpp"
#include "boundary/config/chat.hpp"
#include "boundary/config/texts.hpp"

namespace earshot {
namespace {

// Every option, in the order in which they are answered.
constexpr std::string_view defaults =
    R"({"media":["microphone"],"chat":{"transport":"host","url":"","origin":"","keep":true,"links":[]},"log":"verdicts","language":"","position":"bottom-right",)"
    R"("theme":"auto","texts":{},"mode":"provide","notifications":false,"remember":false,"media_session":true,)"
    R"("wake_lock":true,"hear_while_muted":false,"host_wait_ms":10000,"company":"","support":{},"actions":{"hide":[],"order":[]},"instructions":{}})";

Json read_media(Problems& problems, const std::string& path, const Json& value) {
  Json out = Json::array();
  out.push_back("microphone");
  if (!value.is_array())
    return problems.add(path, "wrong type", "a list of \"microphone\" and \"camera\""), out;
  bool microphone = false, camera = false;
  std::size_t at = 0;
  for (const Json& entry : value) {
    const std::string kind =
        problems.choice(path + "/" + std::to_string(at++), entry, "microphone, camera", "");
    microphone |= kind == "microphone";
    camera |= kind == "camera";
  }
  if (!microphone)
    problems.add(path, "the microphone is missing", "\"microphone\", and \"camera\" for a video call");
  if (camera) out.push_back("camera");
  return out;
}

// How long a guard waits for the host: from a second to two minutes.
Json read_host_wait(Problems& problems, const std::string& path, const Json& value, const Json& instead) {
  constexpr int least = 1'000, most = 120'000;
  const bool whole = value.is_number_integer();
  if (whole && value.get<std::int64_t>() >= least && value.get<std::int64_t>() <= most) return value;
  problems.add(path, whole ? "out of range" : "wrong type", "a whole number from 1000 to 120000 (ms)");
  return instead;
}

// `value` in the place of `instead`, the default of this option.
Json read_option(Problems& problems, std::string_view key, const Json& value, const Json& instead) {
  const std::string path = "/" + std::string{key};
  const auto choice = [&](Names names) { return problems.choice(path, value, names, text_of(instead)); };
  if (key == "media") return read_media(problems, path, value);
  if (key == "chat") return read_chat(problems, path, value, instead);
  if (key == "log") return choice("verdicts, silent");
  if (key == "language") return read_language(problems, path, value);
  if (key == "position") return choice("bottom-right, bottom-left, inline");
  if (key == "theme") return choice("auto, light, dark");
  if (key == "texts") return read_texts(problems, path, value);
  if (key == "mode") return choice("provide, guard");
  if (key == "company") return read_company(problems, path, value);
  if (key == "support") return read_support(problems, path, value);
  if (key == "actions") return read_actions(problems, path, value);
  if (key == "instructions") return read_instructions(problems, path, value);
  if (key == "host_wait_ms") return read_host_wait(problems, path, value, instead);
  if (value.is_boolean()) return value;  // the others are flags
  problems.add(path, "wrong type", "true or false");
  return instead;
}

void read_into(Json& config, Problems& problems, const std::string& text) {
  if (text.size() > longest_config) return problems.add("", "too long", "at most 524288 bytes");
  const Parsed parsed = parse_json(text);
  if (!parsed.value) return problems.add("", parsed.error, "one JSON object");
  if (!parsed.value->is_object()) return problems.add("", "wrong type", "one JSON object");
  std::string options;
  for (const auto& [key, value] : members_of(config)) options += key + ",";
  for (const auto& [key, value] : members_of(*parsed.value)) {
    if (const auto option = config.find(key); option != config.end())
      *option = read_option(problems, key, value, *option);
    else problems.unknown_key("", key, std::string_view{options});
  }
}

}  // namespace

ReadConfig read_config(const std::string& text) {
  Json config = *parse_json(defaults).value;
  Problems problems;
  read_into(config, problems, text);
  const auto flag = [&](const char* key) { return config[key].get<bool>(); };
  const Settings settings{.camera = config["media"].size() == 2,
                          .log = text_of(config["log"]) == "verdicts",
                          .guard = text_of(config["mode"]) == "guard",
                          .notifications = flag("notifications"),
                          .remember = flag("remember"),
                          .media_session = flag("media_session"),
                          .wake_lock = flag("wake_lock"),
                          .hear_while_muted = flag("hear_while_muted"),
                          .host_wait_ms = config["host_wait_ms"].get<std::int32_t>()};
  Custom custom = custom_of(config);
  Json answer = Json::object();
  answer["config"] = std::move(config);
  answer["problems"] = std::move(problems.list);
  return {settings, std::move(custom), std::move(answer)};
}

}  // namespace earshot
