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

  static Json default_chat() {
    return {{"transport", "host"}, {"url", ""}, {"origin", ""}, {"keep", true}, {"links", Json::array()}};
  }

  Json chat(const std::string& path, const Json& value) {
    Json out = default_chat();
    if (!value.is_object()) return problem(path, "wrong type", "an object with \"transport\" and \"url\""), out;
    const Names transports{"host", "websocket", "http", "post_message", "none"};
    for (const auto& [key, entry] : value.items()) {
      const std::string here = path + "/" + key;
      if (key == "transport") out[key] = choice(here, entry, transports, "host");
      else if (key == "url" && entry.is_string()) out[key] = entry;
      else if (key == "url") problem(here, "wrong type", "an address as text");
      else if (key == "origin" && entry.is_string() && is_origin(*entry.get_ptr<const std::string*>())) out[key] = entry;
      else if (key == "origin") problem(here, "not an origin", origin_such_as);
      else if (key == "keep") out[key] = flag(here, entry, true);
      else if (key == "links") out[key] = links(here, entry);
      else unknown_key(path, key, {"transport", "url", "origin", "keep", "links"});
    }
    // Who gives links and names nobody to write to has nobody.
    if (!value.contains("transport") && !out["links"].empty()) out["transport"] = "none";
    const bool by_address = out["transport"] == "websocket" || out["transport"] == "http";
    if (by_address && out["url"] == "") {
      const bool socket = out["transport"] == "websocket";
      problem(path + "/url", "missing", socket ? "the address of the chat's WebSocket, such as \"/chat\"" : "the address of the chat, such as \"/chat\"");
      out["transport"] = "host";
    }
    if (out["transport"] == "post_message" && out["origin"] == "") {
      if (!value.contains("origin")) problem(path + "/origin", "missing", origin_such_as);
      out["transport"] = "host";
    }
    return out;
  }

  static constexpr const char* origin_such_as = "the origin of the page around the frame, such as \"https://voice.example\"";

  // Scheme, host and port, and nothing behind: what a browser compares letter by letter.
  static bool is_origin(std::string_view text) {
    if (text.empty()) return true;  // none
    const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '[' || c == ']'; };
    return scheme > 0 && text.size() > scheme && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(scheme), text.end(), fits);
  }

  // No script, and no page of another origin by a missing scheme. Browsers skip control characters and take a backslash for a slash.
  static bool leads_somewhere(std::string_view text) {
    if (text.empty() || text.size() > longest_text) return false;
    for (const char c : text)
      if (static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == '\x7f') return false;
    if (text.starts_with('/')) return !text.starts_with("//");
    const auto same = [](char a, char b) { return (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b) == a; };
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
      if (text.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), text.begin(), same)) return true;
    return false;
  }

  Json links(const std::string& path, const Json& value) {
    constexpr std::size_t most_links = 8, longest_words = 100;
    Json out = Json::array();
    if (!value.is_array()) return problem(path, "wrong type", "a list of links, such as {\"href\":\"/contact\",\"text\":\"Contact form\"}"), out;
    std::size_t at = 0;
    for (const Json& entry : value) {
      const std::string here = path + "/" + std::to_string(at++);
      if (!entry.is_object()) {
        problem(here, "wrong type", "an object with \"href\" and \"text\"");
        continue;
      }
      for (const auto& [key, unused] : entry.items())
        if (key != "href" && key != "text") unknown_key(here, key, {"href", "text"});
      const auto text_at = [&entry](const char* key) -> std::string {
        const auto found = entry.find(key);
        return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string{};
      };
      const std::string href = text_at("href"), text = text_at("text");
      const bool says = !text.empty() && text.size() <= longest_words;
      if (!leads_somewhere(href)) problem(here + "/href", "not an address", "an address with https:, http:, mailto: or tel:, or a path that begins with one \"/\"");
      if (!says) problem(here + "/text", "not a name", "the words of the link, at most 100 bytes");
      if (!leads_somewhere(href) || !says) continue;
      if (out.size() == most_links) {
        problem(here, "too many", "at most 8 links");
        break;
      }
      out.push_back({{"href", href}, {"text", text}});
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
  Json config{{"media", Json::array({"microphone"})}, {"chat", Reader::default_chat()}, {"log", "verdicts"},
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
