#include "boundary/config.hpp"
#include <algorithm>
#include "boundary/label.hpp"
#include "boundary/nearest.hpp"
#include "core/guidance.hpp"

namespace earshot {
namespace {

using Names = std::vector<std::string_view>;


constexpr std::size_t longest_text = 2000;  // one sentence of guidance, generously

template <class Enum>
void add_names(Names& names) {
  for (std::size_t n = 0; n < count_of<Enum>(); ++n) names.push_back(name_of(static_cast<Enum>(n)));
}

const Names& text_ids() {
  static const Names ids = [] {
    Names names;
    add_names<Title>(names), add_names<Step>(names), add_names<Action>(names), add_names<Label>(names);
    return names;
  }();
  return ids;
}

std::string pointer_part(std::string_view key) {  // RFC 6901
  std::string out;
  for (const char c : key) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

std::string listed(const Names& names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += '"';
    out += name;
    out += '"';
  }
  return out;
}

class Reader {
 public:
  Json problems = Json::array();

  void problem(const std::string& path, std::string_view what, const std::string& expected,
               std::optional<std::string_view> meant = {}) {
    Json entry{{"path", path}, {"problem", what}, {"expected", expected}};
    if (meant) entry["nearest"] = *meant;
    problems.push_back(std::move(entry));
  }

  void unknown_key(const std::string& path, std::string_view key, const Names& known) {
    const std::string expected = known.size() > 20 ? "a text id: see `earshot vocabulary`" : "one of " + listed(known);
    problem(path + "/" + pointer_part(key), "unknown option", expected, nearest(key, known));
  }

  // `value` when it is one of `names`; otherwise a problem, and `instead`.
  std::string choice(const std::string& path, const Json& value, const Names& names, std::string_view instead) {
    if (value.is_string()) {
      const std::string& text = *value.get_ptr<const std::string*>();
      for (const std::string_view name : names)
        if (name == text) return text;
      problem(path, "unknown value", "one of " + listed(names), nearest(text, names));
    } else {
      problem(path, "wrong type", "one of " + listed(names));
    }
    return std::string{instead};
  }

  bool flag(const std::string& path, const Json& value, bool instead) {
    if (value.is_boolean()) return value.get<bool>();
    problem(path, "wrong type", "true or false");
    return instead;
  }

  Json media(const std::string& path, const Json& value) {
    const Json instead = Json::array({"microphone"});
    if (!value.is_array()) return problem(path, "wrong type", "a list of \"microphone\" and \"camera\""), instead;
    bool microphone = false, camera = false;
    std::size_t at = 0;
    for (const Json& entry : value) {
      const std::string kind = choice(path + "/" + std::to_string(at++), entry, {"microphone", "camera"}, "");
      microphone |= kind == "microphone";
      camera |= kind == "camera";
    }
    if (!microphone) {
      problem(path, "the microphone is missing", "\"microphone\", and \"camera\" for a video call");
    }
    return camera ? Json::array({"microphone", "camera"}) : instead;
  }

  Json chat(const std::string& path, const Json& value) {
    Json out{{"transport", "host"}, {"url", ""}};
    if (!value.is_object()) return problem(path, "wrong type", "an object with \"transport\" and \"url\""), out;
    for (const auto& [key, entry] : value.items()) {
      if (key == "transport") out["transport"] = choice(path + "/transport", entry, {"host", "websocket"}, "host");
      else if (key == "url" && entry.is_string()) out["url"] = entry;
      else if (key == "url") problem(path + "/url", "wrong type", "an address as text");
      else unknown_key(path, key, {"transport", "url"});
    }
    if (out["transport"] == "websocket" && out["url"] == "") {
      problem(path + "/url", "missing", "the address of the chat's WebSocket, such as \"/chat\"");
      out["transport"] = "host";
    }
    return out;
  }

  Json texts(const std::string& path, const Json& value) {
    Json out = Json::object();
    if (!value.is_object()) return problem(path, "wrong type", "an object of languages, such as {\"en\":{…}}"), out;
    for (const auto& [language, entries] : value.items()) {
      const std::string here = path + "/" + pointer_part(language);
      if (!entries.is_object()) {
        problem(here, "wrong type", "an object of text ids and sentences");
        continue;
      }
      Json kept = Json::object();
      for (const auto& [id, text] : entries.items()) {
        const bool known = std::find(text_ids().begin(), text_ids().end(), id) != text_ids().end();
        if (!known) unknown_key(here, id, text_ids());
        else if (!text.is_string()) problem(here + "/" + id, "wrong type", "a sentence as text");
        else if (text.get_ptr<const std::string*>()->size() > longest_text)
          problem(here + "/" + id, "too long", "at most 2000 bytes");
        else kept[id] = text;
      }
      out[language] = std::move(kept);
    }
    return out;
  }

  std::string language(const std::string& path, const Json& value) {
    // BCP 47 in outline: letters, digits and hyphens. Empty: the page's own language.
    if (value.is_string()) {
      const std::string& tag = *value.get_ptr<const std::string*>();
      const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
      if (tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), fits)) return tag;
    }
    problem(path, "not a language tag", "a BCP 47 tag such as \"en\" or \"pt-BR\"");
    return "";
  }
};

}  // namespace

ReadConfig read_config(const std::string& text) {
  Json config{{"media", Json::array({"microphone"})}, {"chat", {{"transport", "host"}, {"url", ""}}}, {"log", "verdicts"},
              {"language", ""}, {"position", "bottom-right"}, {"theme", "auto"}, {"texts", Json::object()}, {"mode", "provide"},
              {"notifications", false}, {"remember", false}, {"media_session", true}, {"hear_while_muted", false}};
  const Names options{"media", "chat", "log", "language", "position", "theme", "texts", "mode", "notifications", "remember",
                      "media_session", "hear_while_muted"};
  Reader reader;
  const auto finish = [&] {
    Settings settings;
    settings.camera = config["media"].size() == 2;
    settings.log = config["log"] == "verdicts";
    settings.guard = config["mode"] == "guard";
    settings.notifications = config["notifications"].get<bool>();
    settings.remember = config["remember"].get<bool>();
    settings.media_session = config["media_session"].get<bool>();
    settings.hear_while_muted = config["hear_while_muted"].get<bool>();
    Json answer{{"config", config}, {"problems", reader.problems}};
    return ReadConfig{settings, std::move(answer)};
  };
  if (text.size() > longest_config) {
    reader.problem("", "too long", "at most 524288 bytes");
    return finish();
  }
  const Parsed parsed = parse_json(text);
  if (!parsed.value) {
    reader.problem("", parsed.error, "one JSON object");
    return finish();
  }
  if (!parsed.value->is_object()) {
    reader.problem("", "wrong type", "one JSON object");
    return finish();
  }
  for (const auto& [key, value] : parsed.value->items()) {
    const std::string path = "/" + pointer_part(key);
    if (key == "media") config["media"] = reader.media(path, value);
    else if (key == "chat") config["chat"] = reader.chat(path, value);
    else if (key == "log") config["log"] = reader.choice(path, value, {"verdicts", "silent"}, "verdicts");
    else if (key == "language") config["language"] = reader.language(path, value);
    else if (key == "position") config["position"] = reader.choice(path, value, {"bottom-right", "bottom-left", "inline"}, "bottom-right");
    else if (key == "theme") config["theme"] = reader.choice(path, value, {"auto", "light", "dark"}, "auto");
    else if (key == "texts") config["texts"] = reader.texts(path, value);
    else if (key == "mode") config["mode"] = reader.choice(path, value, {"provide", "guard"}, "provide");
    else if (key == "notifications" || key == "remember" || key == "media_session" || key == "hear_while_muted")
      config[key] = reader.flag(path, value, config[key].get<bool>());
    else reader.unknown_key("", key, options);
  }
  return finish();
}

}  // namespace earshot
