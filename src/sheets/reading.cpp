// What stands in a workbook that came back, whoever saved it: cells by their place.
#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "ledger/hash.h"
#include "ledger/signature.h"
#include "sheets/comparison.h"
#include "sheets/errors.h"

namespace liem::sheets {
namespace {

using extraction::ExtractedText;
using extraction::Place;

std::string text_at(const ExtractedText& text, const Place& place) {
  return in_one_line(
      std::string_view(text.text).substr(place.span.begin, place.span.end - place.span.begin));
}

// The place of the sheet of this name among those of the book; 0 where there is none.
int sheet_named(const ExtractedText& text, const std::string& name) {
  const auto found = std::ranges::find_if(text.places, [&](const Place& place) {
    return place.table > 0 && place.row == 0 && text_at(text, place) == name;
  });
  return found == text.places.end() ? 0 : found->table;
}

int number_in(const std::string& text) {
  int value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc() && read.ptr == end ? value : 0;
}

using Line = std::map<int, std::string>;  // by column

std::string in(const Line& line, int column) {
  const auto found = line.find(column);
  return found == line.end() ? "" : found->second;
}

void take_line(const Line& line, ReturnedSheet& out, std::string& found_form) {
  const auto name = in(line, 1), value = in(line, 2);
  const std::pair<std::string_view, std::string*> known[] = {
      {"form", &found_form},       {"province", &out.stamp.province},
      {"round", &out.stamp.round}, {"unit", &out.stamp.unit},
      {"set", &out.stamp.set},     {"set_sha256", &out.stamp.set_sha256},
      {"key", &out.key},           {"signature", &out.signature}};
  for (const auto& [field, place] : known) {
    if (name == field) *place = value;
  }
  if (name != "answer") return;
  // Items have ids, points none; of those texts may be empty.
  out.rows[number_in(value)] = {
      in(line, 3), in(line, 4), {in(line, 5), in(line, 6), in(line, 7), in(line, 8)}};
}

template <std::size_t N>
std::optional<std::array<unsigned char, N>> bytes_of(const std::string& digits) {
  std::array<unsigned char, N> out{};
  std::size_t size = 0;
  const int read =
      sodium_hex2bin(out.data(), N, digits.data(), digits.size(), nullptr, &size, nullptr);
  if (read != 0 || size != N || digits.size() != 2 * N) return std::nullopt;
  return out;
}

std::string signed_of(const ReturnedSheet& sheet) {
  std::vector<SignedRow> rows;
  for (const auto& [number, row] : sheet.rows) {
    const auto cell = [&](Column column) {
      const auto found = sheet.cells.find({number, column});
      return found == sheet.cells.end() ? "" : found->second;
    };
    rows.push_back({cell(Column::code), cell(Column::label), cell(Column::measure),
                    row.item == "-" ? "" : row.item, row.stood});
  }
  return signed_text(sheet.stamp, rows);
}

}  // namespace

Result<ReturnedSheet> read_sheet(const ExtractedText& text, const Catalogue& words) {
  const int stamp = sheet_named(text, "liem");
  const int answers = sheet_named(text, word(words, "sheet_name.answers"));
  if (stamp == 0 || answers == 0) return fail(errors::not_a_sheet);
  ReturnedSheet out;
  std::map<int, Line> lines;
  for (const auto& place : text.places) {
    if (place.row == 0) continue;
    if (place.table == stamp) lines[place.row][place.column] = text_at(text, place);
    const bool known = place.column >= 1 && place.column <= static_cast<int>(Column::check);
    if (place.table == answers && known) {
      out.cells[{place.row, static_cast<Column>(place.column)}] = text_at(text, place);
    }
  }
  std::string found_form;
  for (const auto& [row, line] : lines) take_line(line, out, found_form);
  if (found_form.empty()) return fail(errors::not_a_sheet);
  if (found_form != form) return fail(errors::other_form, {{"form", found_form}});
  return out;
}

Result<void> check_signature(const ReturnedSheet& sheet, std::span<const ledger::PublicKey> keys) {
  if (sheet.signature.empty()) return fail(errors::unsigned_sheet);
  const auto key = std::ranges::find_if(
      keys, [&](const auto& one) { return ledger::to_hex(one.id()) == sheet.key; });
  const auto signature = bytes_of<64>(sheet.signature);
  const bool holds =
      key != keys.end() && signature && ledger::is_signed_by(*key, signed_of(sheet), *signature);
  if (!holds) return fail(errors::bad_signature, {{"key", sheet.key}});
  return {};
}

}  // namespace liem::sheets
