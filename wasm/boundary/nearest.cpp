#include "boundary/nearest.hpp"
#include <algorithm>
#include <numeric>

namespace earshot {
namespace {

// Levenshtein's distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

template <class List>
std::string_view nearest_in(std::string_view word, const List& candidates) {
  constexpr std::size_t longest_name = 64;  // nobody misspells more than that, and the work is quadratic
  if (word.empty() || word.size() > longest_name) return {};
  std::size_t best = std::max<std::size_t>(2, word.size() / 3) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const std::size_t edits = distance(word, candidate);
    if (edits >= best) continue;
    best = edits;
    found = candidate;
  }
  return found;
}

}  // namespace

std::string_view nearest(std::string_view word, Names candidates) { return nearest_in(word, candidates); }
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  return nearest_in(word, candidates);
}

}  // namespace earshot
