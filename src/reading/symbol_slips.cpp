#include "reading/symbol_slips.h"

#include <algorithm>

namespace liem::reading {

bool one_slip_apart(const std::u32string& written, const std::u32string& meant) {
  if (written == meant) return false;
  const std::size_t shorter = std::min(written.size(), meant.size());
  std::size_t same = 0;
  while (same < shorter && written[same] == meant[same]) ++same;
  const auto rest = [](const std::u32string& word, std::size_t from) {
    return word.substr(std::min(from, word.size()));
  };
  if (written.size() + 1 == meant.size()) return rest(written, same) == rest(meant, same + 1);
  if (written.size() == meant.size() + 1) {
    return same > 0 && same < meant.size() && rest(written, same + 1) == rest(meant, same);
  }
  if (written.size() != meant.size()) return false;
  if (rest(written, same + 1) == rest(meant, same + 1)) return true;
  return same + 1 < written.size() && written[same] == meant[same + 1] &&
         written[same + 1] == meant[same] && rest(written, same + 2) == rest(meant, same + 2);
}

bool is_known_symbol(const Lexicon& lexicon, std::string_view part) {
  return lexicon.types_of_symbol.contains(part) || lexicon.agencies_of_symbol.contains(part) ||
         lexicon.look_alikes.contains(part) || lexicon.rooms.contains(part) ||
         std::ranges::find(lexicon.closed_issuers, part) != lexicon.closed_issuers.end();
}

}  // namespace liem::reading
