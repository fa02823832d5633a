// `earshot guidance`: what a visitor would read, without a browser, and how we know it.
#pragma once
#include <ostream>
#include <string>
#include <vector>

namespace earshot {

// `words`: what stands after "guidance" on the command line. 0: printed. 2: an option or a name is not known;
// said on `errors` with the nearest that is.
int print_guidance(const std::vector<std::string>& words, std::ostream& out, std::ostream& errors);

}  // namespace earshot
