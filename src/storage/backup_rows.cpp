#include "storage/backup_rows.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace liem::storage {
namespace {

namespace json = boost::json;

constexpr std::size_t full_chunk = std::size_t{4} << 20;    // bytes
constexpr int page = 500;                                   // rows asked for at once
constexpr std::size_t longest_line = std::size_t{1} << 30;  // what PostgreSQL takes as one value

json::string base64(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), variant);
  out.pop_back();  // the NUL
  return json::string(out);
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t size = 0;
  const int failed =
      sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                        text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
  if (failed != 0) return std::nullopt;
  out.resize(size);
  return out;
}

json::value value_of(const Row& row, int column, Value::Kind kind) {
  if (row.null(column)) return nullptr;
  if (kind == Value::Kind::integer) return row.integer(column);
  if (kind == Value::Kind::blob) return base64(row.text(column));
  return json::string(row.text(column));
}

json::array held(const Row& row, const Table& table) {
  json::array out;
  int column = 0;
  for (const auto& one : table.columns) out.push_back(value_of(row, column++, one.kind));
  return out;
}

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

Value bound(const json::value& value) {
  if (value.is_int64()) return value.get_int64();
  return view(value.get_string());
}

std::vector<std::string> names_of(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const auto& column : columns) names.push_back(column.name);
  return names;
}

bool holds_blobs(const Table& table) {
  return std::ranges::any_of(table.columns,
                             [](const Column& column) { return column.kind == Value::Kind::blob; });
}

std::string questions(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += i == 0 ? "?" : ", ?";
  return out;
}

// Pages through a table by its key: nothing is skipped or seen twice, whatever the page.
class Pages {
 public:
  Pages(Database& database, const Table& table) : db_(database), table_(table) {
    const auto key = as_name(table.key);
    select_ =
        fmt::format("SELECT {} FROM {}", as_name(names_of(table.columns)), as_name(table.name));
    // Rows with contents are as large as files: one at a time.
    order_ = fmt::format(" ORDER BY {} LIMIT {}", key, holds_blobs(table) ? 1 : page);
    behind_ = fmt::format(" WHERE ({}) > ({})", key, questions(table.key.size()));
    for (const auto& name : table.key) {
      const auto at = std::ranges::find(table.columns, name, &Column::name);
      key_places_.push_back(static_cast<std::size_t>(at - table.columns.begin()));
    }
  }

  Result<std::vector<json::array>> next() {
    std::vector<Value> behind;
    for (const auto& value : last_) behind.push_back(bound(value));
    auto rows = db_.rows(select_ + (last_.empty() ? "" : behind_) + order_, behind,
                         [&](const Row& row) { return held(row, table_); });
    if (rows && !rows->empty()) {
      json::array last;
      for (const auto place : key_places_) last.push_back(rows->back()[place]);
      last_ = std::move(last);
    }
    return rows;
  }

 private:
  Database& db_;
  const Table& table_;
  std::string select_, behind_, order_;
  std::vector<std::size_t> key_places_;
  json::array last_;
};

std::string first_line(const Table& table) {
  json::array names;
  for (const auto& column : table.columns) names.emplace_back(column.name);
  return json::serialize(names) + "\n";
}

std::optional<json::value> parsed(std::string_view line) {
  json::error_code wrong;
  json::parse_options options;
  options.allow_invalid_utf8 = true;  // SQLite keeps whatever it was given
  auto value = json::parse(json::string_view(line.data(), line.size()), wrong, {}, options);
  if (wrong || !value.is_array()) return std::nullopt;
  return value;
}

}  // namespace

Result<void> write_rows(Database& database, const Table& table, const TakeChunk& take) {
  LIEM_CHECK(!table.key.empty());
  Pages pages(database, table);
  RowChunk chunk{first_line(table), 0};
  while (true) {
    const auto rows = pages.next();
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows) {
      chunk.lines += json::serialize(row) + "\n";
      ++chunk.rows;
      if (chunk.lines.size() < full_chunk) continue;
      if (auto taken = take(chunk); !taken) return taken;
      chunk = {first_line(table), 0};
    }
    if (rows->empty()) break;
  }
  return chunk.rows == 0 ? Result<void>() : take(chunk);
}

RowReader::Outcome RowReader::take(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    line_.append(bytes.substr(0, end));
    if (line_.size() > longest_line) return "a line is too long";
    if (end == bytes.npos) return std::nullopt;
    auto taken = take_line();
    if (!taken || *taken) return taken;
    line_.clear();
    bytes.remove_prefix(end + 1);
  }
  return std::nullopt;
}

RowReader::Outcome RowReader::finish() {
  if (line_.empty()) return std::nullopt;
  return "the last line has no end";
}

RowReader::Outcome RowReader::take_line() { return columns_.empty() ? take_columns() : take_row(); }

RowReader::Outcome RowReader::take_columns() {
  const auto names = parsed(line_);
  if (!names || names->get_array().size() != table_.columns.size()) return "columns do not fit";
  for (const auto& name : names->get_array()) {
    const auto* text = name.if_string();
    const auto found = text == nullptr
                           ? table_.columns.end()
                           : std::ranges::find(table_.columns, view(*text), &Column::name);
    if (found == table_.columns.end()) return "columns do not fit";
    columns_.push_back(*found);
  }
  insert_ = fmt::format("INSERT INTO {} ({}) VALUES ({})", as_name(table_.name),
                        as_name(names_of(columns_)), questions(columns_.size()));
  return std::nullopt;
}

RowReader::Outcome RowReader::take_row() {
  const auto line = parsed(line_);
  if (!line || line->get_array().size() != columns_.size()) return "a row does not fit";
  std::vector<std::string> blobs(columns_.size());
  std::vector<Value> values;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& value = line->get_array()[i];
    const auto kind = columns_[i].kind;
    if (value.is_null()) {
      Value null(std::string_view{});
      null.kind = kind;
      null.null = true;
      values.push_back(null);
    } else if (value.is_int64() != (kind == Value::Kind::integer) ||
               (!value.is_int64() && !value.is_string())) {
      return "a value is of another kind";
    } else if (kind == Value::Kind::blob) {
      auto bytes = from_base64(view(value.get_string()));
      if (!bytes) return "a value is not base64";
      blobs[i] = std::move(*bytes);
      values.emplace_back(Blob{blobs[i]});
    } else {
      values.push_back(bound(value));
    }
  }
  if (auto put = db_.run(insert_, values); !put) return std::unexpected(put.error());
  ++rows_;
  return std::nullopt;
}

}  // namespace liem::storage
