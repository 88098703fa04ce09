// Words for errors and findings: templates in both languages, kept in
// data/locales/messages/<module>.yaml as `<id>: {vi: "...", en: "..."}` with {name} for arguments,
// and {name:list} for the words that the message `list.<argument>` has for it; of several ids
// between ", " for the words of each. {name|point|points}: the first where the argument is 1.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/error.h"

namespace liem {

enum class Locale { vi, en };

class Catalogue {
 public:
  // Adds one file's templates; a template missing a language or repeated is an error.
  Result<void> add(std::string_view yaml, std::string_view file);
  // The id itself and the arguments where no template is known: never an empty sentence.
  std::string render(const Message& message, Locale locale) const;
  bool knows(std::string_view id) const { return templates_.contains(id); }
  struct Template {
    std::string vi, en;
  };
  const std::map<std::string, Template, std::less<>>& templates() const { return templates_; }

 private:
  std::map<std::string, Template, std::less<>> templates_;
};

}  // namespace liem
