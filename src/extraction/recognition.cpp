#include "extraction/recognition.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "extraction/xml.h"

namespace liem::extraction {
namespace {

// A row of tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height,
// confidence, text.
struct Row {
  enum Level { page = 1, block, paragraph, line, word };
  std::array<int, 10> numbers{};
  int confidence = 0;  // percent; -1 where the row is no word
  std::string_view text;
  int level() const { return numbers[0]; }
  int page_number() const { return numbers[1]; }
};

std::optional<Row> parse_row(std::string_view line) {
  Row row;
  const auto next = [&line] {
    const auto end = std::min(line.find('\t'), line.size());
    const auto cell = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return cell;
  };
  for (int& number : row.numbers) {
    const auto value = xml::whole(next());
    if (!value) return std::nullopt;
    number = *value;
  }
  auto confidence = next();
  confidence = confidence.substr(0, confidence.find('.'));
  row.confidence = xml::whole(confidence).value_or(-1);
  row.text = line;
  return row;
}

class Recognised {
 public:
  Recognised(int first_page, const Limits& limits, TextBuilder& out)
      : first_page_(first_page), limits_(limits), out_(out) {}

  void add(const Row& row) {
    if (row.level() == Row::page) start_page(row);
    if (row.level() == Row::paragraph) end_line(), out_.paragraph({}, {});
    if (row.level() == Row::line) start_line(row);
    if (row.level() == Row::word && row.text.find_first_not_of(' ') != std::string_view::npos) {
      add_word(row);
    }
  }
  int finish() {
    end_line();
    return pages_;
  }

 private:
  void start_page(const Row& row) {
    end_line();
    ++pages_;
    width_ = std::max(row.numbers[8], 1);
    height_ = std::max(row.numbers[9], 1);
    out_.result().shapes.push_back({width_, height_, true});
  }
  void start_line(const Row& row) {
    end_line();
    const auto part = [](std::int64_t value, int whole) {
      return static_cast<int>(std::clamp<std::int64_t>(value * 10'000 / whole, 0, 10'000));
    };
    const auto& [level, page, block, paragraph, line, word, left, top, width, height] = row.numbers;
    box_ = {part(left, width_), part(top, height_), part(std::int64_t{left} + width, width_),
            part(std::int64_t{top} + height, height_)};
  }
  void add_word(const Row& row) {
    if (!line_.empty()) line_ += ' ';
    if (row.confidence < limits_.doubtful_below) {
      doubtful_.push_back({line_.size(), line_.size() + row.text.size()});
    }
    line_ += row.text;
  }
  void end_line() {
    if (line_.empty()) return;
    const std::size_t begin = out_.size();
    out_.block(line_, Place{.page = first_page_ + pages_ - 1, .box = box_});
    // Words are counted in what was written: the builder drops control characters.
    if (out_.size() == begin + line_.size()) {
      for (const auto& span : doubtful_) out_.doubt({begin + span.begin, begin + span.end});
    } else if (!doubtful_.empty()) {
      out_.doubt({begin, out_.size()});
    }
    out_.new_line();
    line_.clear();
    doubtful_.clear();
  }

  int first_page_;
  Limits limits_;
  TextBuilder& out_;
  int pages_ = 0, width_ = 1, height_ = 1;
  std::string line_;
  std::vector<Span> doubtful_;
  Box box_;
};

}  // namespace

Command recognition_command() { return {"tesseract", "stdin", "stdout", "-l", "vie", "tsv"}; }

Command page_recognition_command(int page) {
  return {"tesseract",
          document_path,
          "stdout",
          "-l",
          "vie",
          "-c",
          "tessedit_page_number=" + std::to_string(page - 1),
          "tsv"};
}

Result<void> check_scans(std::size_t pages, const Limits& limits) {
  if (pages <= static_cast<std::size_t>(limits.recognised_pages)) return {};
  return fail(errors::too_many_scans, {{"pages", std::to_string(pages)},
                                       {"limit", std::to_string(limits.recognised_pages)}});
}

int append_recognised(std::string_view tsv, int first_page, const Limits& limits,
                      TextBuilder& out) {
  Recognised recognised(first_page, limits, out);
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    if (const auto row = parse_row(tsv.substr(0, end))) recognised.add(*row);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
  }
  return recognised.finish();
}

}  // namespace liem::extraction
