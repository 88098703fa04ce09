// A finding's id follows from what it says and the words around it, not from where it stands: an
// accepted finding stays accepted when the text is read again, moved, or wrapped anew.
#include "reading/finding_ids.h"

#include <cstdint>
#include <map>

#include "reading/draft.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

constexpr std::size_t around = 24;  // letters and digits on either side

// Letters without marks and case, and digits; nothing else, so that line breaks do not count.
std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = utf8::decode(text, at);
    if (const char folded = utf8::fold(letter.code)) {
      out += folded;
    } else if (text::is_digit(text[at])) {
      out += text[at];
    }
    at += letter.length;
  }
  return out;
}

std::size_t letter_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

// Same sentence only: what stands in another one may change without changing this finding.
std::string words_around(const Draft& draft, Span span) {
  constexpr std::size_t bytes = around * 4, longest = 400;
  const auto& segment = draft.segments[segment_at(draft.segments, span.begin)].span;
  std::size_t from = span.begin > bytes ? span.begin - bytes : 0;
  from = letter_start(draft.text, std::max(from, segment.begin));
  const std::size_t last = letter_start(draft.text, std::min(span.end, span.begin + longest));
  std::size_t to = std::min(draft.text.size(), span.end + bytes);
  to = letter_start(draft.text, std::max(span.end, std::min(to, segment.end)));
  std::string before = plain(draft.text.substr(from, span.begin - from));
  if (before.size() > around) before.erase(0, before.size() - around);
  std::string after = plain(draft.text.substr(span.end, to - span.end));
  if (after.size() > around) after.resize(around);
  return before + "|" + plain(draft.text.substr(span.begin, last - span.begin)) + "|" + after;
}

// FNV-1a, 64 bits: ids stand in files, so the function must never change.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

std::string hex(std::uint64_t value) {
  std::string out(16, '0');
  for (std::size_t i = out.size(); i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15];
  return out;
}

}  // namespace

std::string finding_id(std::string_view code, std::string_view words) {
  return hex(hash_of(std::string(code) + "|" + plain(words)));
}

void give_ids(Draft& draft) {
  std::map<std::string, int> seen;  // the same words twice: the second is told apart by its turn
  for (auto& finding : draft.reading.findings) {
    std::string key = finding.code + "|" + words_around(draft, finding.span);
    const int turn = seen[key]++;
    if (turn > 0) key += "|" + std::to_string(turn);
    finding.id = hex(hash_of(key));
  }
}

}  // namespace liem::reading
