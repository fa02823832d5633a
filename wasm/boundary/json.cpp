#include "boundary/json.hpp"

namespace earshot {
namespace {

// The library's own builder of values, which only forgets where the text went wrong.
class Builder : public nlohmann::detail::json_sax_dom_parser<Json> {
 public:
  explicit Builder(Json& value) : json_sax_dom_parser(value, false) {}

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    error_at = position;
    return false;
  }

  std::size_t error_at = 0;
};

}  // namespace

Parsed parse_json(std::string_view text) {
  Json root;
  Builder builder{root};
  if (Json::sax_parse(text.begin(), text.end(), &builder)) return {std::move(root), 0};
  return {std::nullopt, builder.error_at};
}

}  // namespace earshot
