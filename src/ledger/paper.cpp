#include "ledger/paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <span>
#include <vector>

#include "ledger/errors.h"
#include "ledger/export.h"

namespace liem::ledger {
namespace {

// Crockford's: no I, L, O, U, so that a hand and an eye rarely slip.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t line_length = 20, group_length = 4, check_length = 2;
constexpr std::size_t short_lines = 4;  // 50 bytes
constexpr unsigned char version = 1;
constexpr std::size_t short_size = short_lines * line_length * 5 / 8;
constexpr std::size_t signature_size = Signature{}.size() + 1;  // fills the last group with a zero

std::string base32(std::span<const unsigned char> bytes) {
  std::string out;
  unsigned held = 0, bits = 0;
  for (const unsigned char byte : bytes) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) out.push_back(alphabet[held >> (bits - 5) & 31]);
    held &= (1U << bits) - 1;
  }
  return out;  // every size used here is a multiple of five bytes
}

std::vector<unsigned char> bytes_of_base32(std::string_view code) {
  std::vector<unsigned char> out;
  unsigned held = 0, bits = 0;
  for (const char c : code) {
    held = held << 5 | static_cast<unsigned>(alphabet.find(c));
    for (bits += 5; bits >= 8; bits -= 8) {
      out.push_back(static_cast<unsigned char>(held >> (bits - 8)));
    }
    held &= (1U << bits) - 1;
  }
  return out;
}

// A remainder by a prime above 31 * 32: no single slip, no two neighbours exchanged and no line in
// another's place leave it as it was.
std::string check_of(unsigned line, std::string_view code) {
  unsigned rest = line;
  for (const char c : code) rest = (rest * 32 + static_cast<unsigned>(alphabet.find(c))) % 1021;
  return {alphabet[rest / 32], alphabet[rest % 32]};
}

void put(std::vector<unsigned char>& out, std::uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    out.push_back(static_cast<unsigned char>(value >> shift));
  }
}

std::uint64_t take(std::span<const unsigned char>& bytes, std::size_t count) {
  std::uint64_t out = 0;
  for (const unsigned char byte : bytes.first(count)) out = out << 8 | byte;
  bytes = bytes.subspan(count);
  return out;
}

std::string lines_of(std::string_view code, unsigned first) {
  std::string out;
  for (unsigned line = first; !code.empty(); ++line) {
    const auto part = code.substr(0, line_length);
    code.remove_prefix(part.size());
    std::string groups;
    for (std::size_t at = 0; at < part.size(); at += group_length) {
      groups.append(part.substr(at, group_length)).push_back(' ');
    }
    out += fmt::format("  {:>2}: {:<25} {}\n", line, groups, check_of(line, part));
  }
  return out;
}

// The letters that look like digits are meant as digits.
char meant(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') return '0';
  return c == 'I' || c == 'L' ? '1' : c;
}

struct Typed {
  unsigned number = 0;
  std::string code;  // as it was typed, letters that are none of the alphabet's included
};

// "3: ABCD ..." or nothing.
std::optional<Typed> typed_line(std::string_view line) {
  const auto start = line.find_first_not_of(" \t");
  const auto colon = line.find(':');
  if (start == line.npos || colon == line.npos || colon <= start) return std::nullopt;
  Typed out;
  const auto* end = line.data() + colon;
  const auto read = std::from_chars(line.data() + start, end, out.number);
  if (read.ec != std::errc() || read.ptr != end || out.number == 0) return std::nullopt;
  for (const char c : line.substr(colon + 1)) {
    if (c != ' ' && c != '\t' && c != '-' && c != '\r') out.code.push_back(meant(c));
  }
  return out;
}

bool proper(const Typed& line, std::size_t length) {
  if (line.code.size() != length + check_length) return false;
  if (line.code.find_first_not_of(alphabet) != line.code.npos) return false;
  const std::string_view code = line.code;
  return check_of(line.number, code.substr(0, length)) == code.substr(length);
}

using Lines = std::map<unsigned, std::string>;  // the code alone, by the number of the line

Result<Lines> checked_lines(std::string_view typed) {
  constexpr std::size_t signature_code = signature_size * 8 / 5;
  constexpr unsigned last = short_lines + (signature_code + line_length - 1) / line_length;
  Lines out;
  while (!typed.empty()) {
    const auto line = typed_line(typed.substr(0, typed.find('\n')));
    typed.remove_prefix(std::min(typed.size(), typed.substr(0, typed.find('\n')).size() + 1));
    if (!line) continue;
    const std::size_t length = line->number == last ? signature_code % line_length : line_length;
    if (line->number > last || !proper(*line, length)) {
      return fail(errors::paper_line, {{"line", std::to_string(line->number)}});
    }
    out[line->number] = line->code.substr(0, length);
  }
  return out;
}

}  // namespace

std::string paper_of(const Checkpoint& checkpoint, const Catalogue& words) {
  std::vector<unsigned char> core{version};
  put(core, checkpoint.position, 6);
  put(core, static_cast<std::uint64_t>(checkpoint.at.time_since_epoch().count()), 5);
  core.insert(core.end(), checkpoint.key.begin(), checkpoint.key.end());
  core.insert(core.end(), checkpoint.hash.begin(), checkpoint.hash.end());
  LIEM_CHECK(core.size() == short_size);
  std::vector<unsigned char> signature(checkpoint.signature.begin(), checkpoint.signature.end());
  signature.push_back(0);
  const Args args{{"province", checkpoint.province},
                  {"position", std::to_string(checkpoint.position)},
                  {"at", time_text(checkpoint.at)},
                  {"key", to_hex(checkpoint.key)}};
  const auto both = [&](const std::string& id) {
    return words.render({id, args}, Locale::vi) + "\n" + words.render({id, args}, Locale::en) +
           "\n";
  };
  return both("ledger.paper_title") + "\n" + both("ledger.paper_place") + "\n" +
         both("ledger.paper_code") + "\n" + lines_of(base32(core), 1) + "\n" +
         both("ledger.paper_signature") + "\n" + lines_of(base32(signature), short_lines + 1) +
         "\n" + both("ledger.paper_use");
}

Result<FromPaper> read_paper(std::string_view typed) {
  const auto lines = checked_lines(typed);
  if (!lines) return std::unexpected(lines.error());
  std::string code, signature;
  for (const auto& [number, line] : *lines) (number <= short_lines ? code : signature) += line;
  const auto core = bytes_of_base32(code);
  const auto signed_part = bytes_of_base32(signature);
  std::span<const unsigned char> rest(core);
  if (core.size() != short_size || take(rest, 1) != version ||
      (!signed_part.empty() && signed_part.size() != signature_size)) {
    return fail(errors::paper_incomplete);
  }
  FromPaper out;
  out.position = take(rest, 6);
  out.at = std::chrono::sys_seconds(std::chrono::seconds(take(rest, 5)));
  std::ranges::copy(rest.first(out.key.size()), out.key.begin());
  std::ranges::copy(rest.subspan(out.key.size()), out.hash.begin());
  if (!signed_part.empty()) {
    std::copy_n(signed_part.begin(), Signature{}.size(), out.signature.emplace().begin());
  }
  return out;
}

}  // namespace liem::ledger
