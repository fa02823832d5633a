// What a site changes about the core's answers: which buttons it does without, which come first, where its
// own help is, and what a voice agent should say. The core decides as if there were none of it.
#pragma once
#include <string>
#include <vector>
#include "boundary/value.hpp"
#include "core/show/view.hpp"

namespace earshot {

struct Custom {
  Actions hide{};
  Actions order{};
  Document support{};       // a cause's name or "default" -> address
  Document instructions{};  // the same -> words
};

// Every view has one of those that cannot, so that hiding leaves nobody without a way on.
bool can_be_hidden(Action action);

// As read_config answers these options. Where nobody can be written to, nobody is offered to write.
Custom custom_of(std::string_view actions, std::string_view support, std::string_view instructions,
                 std::string_view chat);

struct Shown {
  View view;
  std::string support;  // the site's page about the trouble that is explained; "" where none is
  bool operator==(const Shown&) const = default;
};

Shown shown_with(const Custom& custom, const State& state, const Verdicts& verdicts);

// The site's words for a voice agent, placeholders and all; "" where there is nothing to say.
std::string_view instructions_for(const Custom& custom, const Message& told);

}  // namespace earshot
