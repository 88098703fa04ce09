#include "extraction/numbering.h"

#include "extraction/xml.h"

namespace liem::extraction {
namespace {

constexpr int levels = 9;
constexpr int deepest_style = 20;  // a circle of parents ends here

std::string roman(int value, bool upper) {
  if (value <= 0 || value >= 4000) return std::to_string(value);
  struct Digit {
    int value;
    std::string_view letters;
  };
  constexpr Digit digits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                              {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                              {5, "v"},    {4, "iv"},   {1, "i"}};
  std::string out;
  for (const auto& digit : digits) {
    for (; value >= digit.value; value -= digit.value) out += digit.letters;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// a, b, ..., z, aa, bb: the letter repeats, as word processors do.
std::string letters(int value, char first) {
  if (value <= 0 || value > 260) return std::to_string(value);
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1),
                     static_cast<char>(first + (value - 1) % 26));
}

}  // namespace

std::string number_label(int value, std::string_view format) {
  if (format == "bullet" || format == "none") return {};
  if (format == "upperRoman") return roman(value, true);
  if (format == "lowerRoman") return roman(value, false);
  if (format == "upperLetter") return letters(value, 'A');
  if (format == "lowerLetter") return letters(value, 'a');
  if (format == "decimalZero" && value < 10) return "0" + std::to_string(value);
  return std::to_string(value);
}

Numbering::Level Numbering::read_level(const pugi::xml_node& node) {
  Level level;
  if (const auto format = xml::child(node, "numFmt")) level.format = xml::attribute(format, "val");
  level.text = xml::attribute(xml::child(node, "lvlText"), "val");
  level.start = xml::count_attribute(xml::child(node, "start"), "val", 1);
  return level;
}

void Numbering::load_numbers(const pugi::xml_node& root) {
  for (const auto& node : root.children()) {
    if (xml::is(node, "abstractNum")) {
      auto& list = lists_[xml::whole_attribute(node, "abstractNumId", -1)];
      list.resize(levels);
      for (const auto& level : node.children()) {
        const int depth = xml::whole_attribute(level, "ilvl", -1);
        if (xml::is(level, "lvl") && depth >= 0 && depth < levels) list[depth] = read_level(level);
      }
    } else if (xml::is(node, "num")) {
      auto& number = numbers_[xml::whole_attribute(node, "numId", -1)];
      number.list = xml::whole_attribute(xml::child(node, "abstractNumId"), "val", -1);
      for (const auto& change : node.children()) {
        const auto start = xml::child(change, "startOverride");
        if (start) {
          number.starts[xml::whole_attribute(change, "ilvl", 0)] =
              xml::count_attribute(start, "val", 1);
        }
      }
    }
  }
}

Numbering::Use Numbering::use_of(const pugi::xml_node& properties) {
  const auto node = xml::child(properties, "numPr");
  return {xml::whole_attribute(xml::child(node, "numId"), "val", -1),
          xml::whole_attribute(xml::child(node, "ilvl"), "val", -1)};
}

void Numbering::load_styles(const pugi::xml_node& root) {
  for (const auto& node : root.children()) {
    if (!xml::is(node, "style")) continue;
    styles_[std::string(xml::attribute(node, "styleId"))] = {
        use_of(xml::child(node, "pPr")),
        std::string(xml::attribute(xml::child(node, "basedOn"), "val"))};
  }
}

// The paragraph's own word first, then its style's, then the style's parents'.
Numbering::Use Numbering::find_use(const pugi::xml_node& paragraph) const {
  const auto properties = xml::child(paragraph, "pPr");
  Use use = use_of(properties);
  std::string_view name = xml::attribute(xml::child(properties, "pStyle"), "val");
  for (int depth = 0; depth < deepest_style && (use.number < 0 || use.level < 0); ++depth) {
    const auto style = styles_.find(name);
    if (style == styles_.end()) break;
    if (use.number < 0) use.number = style->second.use.number;
    if (use.level < 0) use.level = style->second.use.level;
    name = style->second.parent;
  }
  if (use.level < 0) use.level = 0;
  return use;
}

std::string Numbering::next(const pugi::xml_node& paragraph) {
  const Use use = find_use(paragraph);
  const auto number = numbers_.find(use.number);
  if (use.number <= 0 || use.level >= levels || number == numbers_.end()) return {};
  if (!lists_.contains(number->second.list)) return {};
  std::string label = count(number->second, use.level);
  number->second.starts.erase(use.level);
  return label;
}

std::string Numbering::count(const Number& number, int level) {
  const auto& list = lists_[number.list];
  auto& counters = counters_[number.list];
  counters.resize(levels);
  if (const auto start = number.starts.find(level); start != number.starts.end()) {
    counters[level] = start->second;
  } else {
    counters[level] = counters[level] == 0 ? list[level].start : counters[level] + 1;
  }
  for (int deeper = level + 1; deeper < levels; ++deeper) counters[deeper] = 0;
  if (list[level].format == "bullet") return "-";
  if (list[level].format == "none") return {};
  std::string label;
  const std::string_view form = list[level].text;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const int named = i + 1 < form.size() && form[i] == '%' ? form[i + 1] - '1' : -1;
    if (named < 0 || named >= levels) {
      label += form[i];
      continue;
    }
    const int value = counters[named] == 0 ? list[named].start : counters[named];
    label += number_label(value, list[named].format);
    ++i;
  }
  return label;
}

}  // namespace liem::extraction
