#include "boundary/config/chat.hpp"
#include <algorithm>
#include "boundary/config/address.hpp"

namespace earshot {
namespace {

EARSHOT_WORDS(Member, transport, url, origin, keep, links)
EARSHOT_WORDS(Transport, host, websocket, http, post_message, form, handover, none)

constexpr const char* origin_expected =
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

// A list of links; how many of them will do.
std::size_t read_links(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  constexpr std::size_t most_links = 8, longest_words = 100;
  if (!value.is(Kind::list)) {
    problems.add(place, "wrong type",
                 "a list of links, such as {\"href\":\"/contact\",\"text\":\"Contact form\"}");
    return 0;
  }
  std::size_t at = 0, kept = 0;
  for (const Value& entry : value) {
    const Place here = entry_of(place, at++);
    if (!entry.is(Kind::object)) {
      problems.add(here, "wrong type", "an object with \"href\" and \"text\"");
      continue;
    }
    for (const Value& member : entry)
      if (member.name() != "href" && member.name() != "text")
        problems.unknown_key(here, member.name(), "href, text");
    const std::string_view href = entry["href"].text(), text = entry["text"].text();
    const bool leads = href.size() <= longest_text && is_address(href);
    const bool says = !text.empty() && text.size() <= longest_words;
    if (!leads) problems.add(member_of(here, "href"), "not an address", address_expected);
    if (!says)
      problems.add(member_of(here, "text"), "not a name", "the words of the link, at most 100 bytes");
    if (!leads || !says) continue;
    if (kept++ == most_links) {
      problems.add(here, "too many", "at most 8 links");
      break;
    }
    out.open('{').member("href", href).member("text", text).close('}');
  }
  return kept;
}

}  // namespace

bool read_chat(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  if (!value.is(Kind::object))
    return problems.add(place, "wrong type", "an object with \"transport\" and \"url\""), false;
  Transport transport = Transport::host;
  std::string_view url, origin;
  bool keep = true;
  JsonText links;
  links.open('[');
  std::size_t linked = 0;
  for (const Value& entry : value) {
    const Place here = member_of(place, entry.name());
    const auto member = find_word<Member>(entry.name());
    if (!member) problems.unknown_key(place, entry.name(), names_of(Member{}));
    else switch (*member) {
        case Member::transport:
          if (problems.choice(here, entry, names_of(Transport{})))
            transport = *find_word<Transport>(entry.text());
          break;
        case Member::url:
          url = entry.text();
          if (!entry.is(Kind::text)) problems.add(here, "wrong type", "an address as text");
          break;
        case Member::origin:
          if (entry.is(Kind::text) && is_origin(entry.text())) origin = entry.text();
          else problems.add(here, "not an origin", origin_expected);
          break;
        case Member::keep:
          keep = entry.is_true() || !entry.is(Kind::boolean);
          if (!entry.is(Kind::boolean)) problems.add(here, "wrong type", "true or false");
          break;
        case Member::links: linked = read_links(links, problems, here, entry); break;
      }
  }
  // Who gives links and names nobody to write to has nobody.
  if (!value["transport"].is_there() && linked > 0) transport = Transport::none;
  const bool socket = transport == Transport::websocket, form = transport == Transport::form;
  if ((socket || form || transport == Transport::http) && url.empty()) {
    problems.add(member_of(place, "url"), "missing",
                 socket ? "the address of the chat's WebSocket, such as \"/chat\""
                 : form ? "the address that takes a message, such as \"/contact\""
                        : "the address of the chat, such as \"/chat\"");
    transport = Transport::host;
  }
  if (transport == Transport::post_message && origin.empty()) {
    if (!value["origin"].is_there()) problems.add(member_of(place, "origin"), "missing", origin_expected);
    transport = Transport::host;
  }
  out.open('{').word("transport", transport).member("url", url).member("origin", origin);
  out.flag("keep", keep).key("links").raw(links.close(']').json()).close('}');
  return true;
}

}  // namespace earshot
