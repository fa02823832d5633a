#include "boundary/config/chat.hpp"
#include <algorithm>
#include "boundary/config/address.hpp"

namespace earshot {
namespace {

constexpr std::string_view origin_expected =
    "the origin of the page around the frame, such as \"https://voice.example\"";

// Scheme, host and port, and nothing behind: what a browser compares letter by letter.
bool is_origin(std::string_view text) {
  if (text.empty()) return true;  // none
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '[' ||
           c == ']';
  };
  return scheme > 0 && text.size() > scheme &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(scheme), text.end(), fits);
}

std::string text_at(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? std::string{text_of(*found)} : std::string{};
}

Json read_links(Problems& problems, const std::string& path, const Json& value) {
  constexpr std::size_t most_links = 8, longest_words = 100;
  Json out = Json::array();
  if (!value.is_array())
    return problems.add(path, "wrong type",
                        "a list of links, such as {\"href\":\"/contact\",\"text\":\"Contact form\"}"),
           out;
  std::size_t at = 0;
  for (const Json& entry : value) {
    const std::string here = path + "/" + std::to_string(at++);
    if (!entry.is_object()) {
      problems.add(here, "wrong type", "an object with \"href\" and \"text\"");
      continue;
    }
    for (const auto& [key, unused] : members_of(entry))
      if (key != "href" && key != "text") problems.unknown_key(here, key, "href, text");
    const std::string href = text_at(entry, "href"), text = text_at(entry, "text");
    const bool leads = href.size() <= longest_text && is_address(href);
    const bool says = !text.empty() && text.size() <= longest_words;
    if (!leads) problems.add(here + "/href", "not an address", address_expected);
    if (!says) problems.add(here + "/text", "not a name", "the words of the link, at most 100 bytes");
    if (!leads || !says) continue;
    if (out.size() == most_links) {
      problems.add(here, "too many", "at most 8 links");
      break;
    }
    out.push_back({{"href", href}, {"text", text}});
  }
  return out;
}

}  // namespace

Json read_chat(Problems& problems, const std::string& path, const Json& value, Json out) {
  if (!value.is_object())
    return problems.add(path, "wrong type", "an object with \"transport\" and \"url\""), out;
  bool transport_said = false, origin_said = false;
  for (const auto& [key, entry] : members_of(value)) {
    const std::string here = path + "/" + key;
    transport_said |= key == "transport";
    origin_said |= key == "origin";
    if (key == "transport")
      out[key] = problems.choice(here, entry, "host, websocket, http, post_message, none", "host");
    else if (key == "url" && entry.is_string()) out[key] = entry;
    else if (key == "url") problems.add(here, "wrong type", "an address as text");
    else if (key == "origin" && entry.is_string() && is_origin(text_of(entry))) out[key] = entry;
    else if (key == "origin") problems.add(here, "not an origin", origin_expected);
    else if (key == "keep" && entry.is_boolean()) out[key] = entry;
    else if (key == "keep") problems.add(here, "wrong type", "true or false");
    else if (key == "links") out[key] = read_links(problems, here, entry);
    else problems.unknown_key(path, key, "transport, url, origin, keep, links");
  }
  // Who gives links and names nobody to write to has nobody.
  if (!transport_said && !out["links"].empty()) out["transport"] = "none";
  const std::string transport{text_of(out["transport"])};
  if ((transport == "websocket" || transport == "http") && text_of(out["url"]).empty()) {
    problems.add(path + "/url", "missing",
                 transport == "websocket" ? "the address of the chat's WebSocket, such as \"/chat\""
                                          : "the address of the chat, such as \"/chat\"");
    out["transport"] = "host";
  }
  if (transport == "post_message" && text_of(out["origin"]).empty()) {
    if (!origin_said) problems.add(path + "/origin", "missing", origin_expected);
    out["transport"] = "host";
  }
  return out;
}

}  // namespace earshot
