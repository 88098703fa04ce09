#include "sheets/sheet.h"

#include <algorithm>

#include "text/words.h"

namespace liem::sheets {

bool is_whole_kind(figures::UnitKind kind) {
  using figures::UnitKind;
  return kind == UnitKind::count || kind == UnitKind::money || kind == UnitKind::days ||
         kind == UnitKind::level;
}

std::string address_of(Column column, int row) {
  return std::string(1, static_cast<char>('A' + static_cast<int>(column) - 1)) +
         std::to_string(row);
}

std::string word(const Catalogue& words, const std::string& id, Args args) {
  return words.render({id, std::move(args)}, Locale::vi);
}

std::string in_one_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      gap = !out.empty();
    } else if (byte >= 0x20) {
      if (gap) out += ' ';
      gap = false;
      out += c;
    }
  }
  return out;
}

std::string shown_state(const Fields& fields, const Catalogue& words) {
  const bool zero = fields.state == "given" && fields.value == "0";
  return word(words, "sheet_state." + (zero ? "zero" : fields.state));
}

std::string shown_value(const Fields& fields, const Catalogue& words) {
  if (fields.value == "true") return word(words, "sheet_word.yes");
  if (fields.value == "false") return word(words, "sheet_word.no");
  auto shown = fields.value;
  std::ranges::replace(shown, '.', ',');
  return shown;
}

std::string signed_text(const Stamp& stamp, const std::vector<SignedRow>& rows) {
  std::string out(form);
  const auto add = [&](char between, const std::string& text) { out += between + text; };
  for (const auto* one :
       {&stamp.province, &stamp.round, &stamp.unit, &stamp.set, &stamp.set_sha256}) {
    add('\x1f', *one);
  }
  for (const auto& row : rows) {
    add('\n', row.code);
    for (const auto* one : {&row.label, &row.measure, &row.item, &row.stood.state, &row.stood.value,
                            &row.stood.ground, &row.stood.note}) {
      add('\x1f', *one);
    }
  }
  return out;
}

}  // namespace liem::sheets
