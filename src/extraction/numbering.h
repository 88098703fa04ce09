// Labels of numbered paragraphs ("II.", "1.2.", "a)", "-") counted as a word processor counts.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace liem::extraction {

// "iv" for (4, "lowerRoman"); formats by their OOXML names. Empty for "bullet" and "none".
std::string number_label(int value, std::string_view format);

// word/numbering.xml and the numbering that word/styles.xml gives to paragraph styles.
class Numbering {
 public:
  void load_numbers(const pugi::xml_node& root);
  void load_styles(const pugi::xml_node& root);
  // The label of this paragraph, with nothing behind it; counts on. Empty where it has none.
  std::string next(const pugi::xml_node& paragraph);

 private:
  struct Level {
    std::string format = "decimal", text;
    int start = 1;
  };
  struct Use {
    int number = -1;  // -1: not said; 0: none
    int level = -1;
  };
  struct Style {
    Use use;
    std::string parent;
  };
  struct Number {
    int list = 0;
    std::map<int, int> starts;  // levels that start anew where this number is first used
  };
  static Use use_of(const pugi::xml_node& properties);
  static Level read_level(const pugi::xml_node& node);
  Use find_use(const pugi::xml_node& paragraph) const;
  std::string count(const Number& number, int level);

  std::map<int, std::vector<Level>> lists_;
  std::map<int, Number> numbers_;
  std::map<std::string, Style, std::less<>> styles_;
  std::map<int, std::vector<int>> counters_;  // by list; 0: not started
};

}  // namespace liem::extraction
