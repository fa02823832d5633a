#include "boundary/json.hpp"

namespace earshot {
namespace {

// The library's own builder of values, which forgets where the text went wrong and does not mind how deep it goes.
class Builder : public nlohmann::detail::json_sax_dom_parser<Json> {
 public:
  explicit Builder(Json& value) : json_sax_dom_parser(value, false) {}

  bool start_object(std::size_t size) { return descend() && json_sax_dom_parser::start_object(size); }
  bool start_array(std::size_t size) { return descend() && json_sax_dom_parser::start_array(size); }
  bool end_object() { return --depth_, json_sax_dom_parser::end_object(); }
  bool end_array() { return --depth_, json_sax_dom_parser::end_array(); }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    error_at = position;
    return false;
  }

  std::size_t error_at = 0;
  bool too_deep = false;

 private:
  bool descend() {
    too_deep = ++depth_ > deepest_json;
    return !too_deep;
  }

  int depth_ = 0;
};

}  // namespace

Parsed parse_json(std::string_view text) {
  Json root;
  Builder builder{root};
  if (Json::sax_parse(text.begin(), text.end(), &builder)) return {std::move(root)};
  if (builder.too_deep) return {std::nullopt, "nested deeper than " + std::to_string(deepest_json) + " levels"};
  return {std::nullopt, "not JSON from column " + std::to_string(builder.error_at), builder.error_at};
}

}  // namespace earshot
