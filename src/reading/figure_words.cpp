#include "reading/figure_words.h"

#include <algorithm>

#include "base/yaml.h"
#include "reading/lexicon.h"

namespace liem::reading {
namespace {

Result<std::vector<yaml::Node>> list_at(const yaml::Node& node, std::string_view key) {
  const auto list = node.at(key);
  if (!list) return std::unexpected(list.error());
  return list->items();
}

// Calls `add` with each phrase of a list; it says whether the phrase has a word.
template <class Add>
Result<void> each_phrase(const yaml::Node& root, std::string_view key, Add add) {
  const auto items = list_at(root, key);
  if (!items) return std::unexpected(items.error());
  for (const auto& item : *items) {
    const auto phrase = item.text();
    if (!phrase) return std::unexpected(phrase.error());
    if (!add(*phrase)) return std::unexpected(item.error(errors::empty_phrase));
  }
  return {};
}

// The wordings of a catalogue, compiled one after the other.
class WordingCompiler {
 public:
  WordingCompiler(FigureWords& words, const std::vector<Unit>& units)
      : words_(words), units_(units) {}

  Result<void> compile(const figures::DataItem& item) {
    if (item.wordings.empty()) return {};
    const int id = static_cast<int>(words_.items.size());
    words_.items.push_back(item.id);
    words_.labels.push_back(item.label);
    for (const auto& wording : item.wordings) {
      auto rule = rule_of(item.id, wording);
      if (!rule) return std::unexpected(rule.error());
      rule->item = id;
      const int index = static_cast<int>(words_.rules.size());
      for (const int phrase : rule->near) {
        words_.rules_of_phrase[static_cast<std::size_t>(phrase)].push_back(index);
      }
      words_.rules.push_back(std::move(*rule));
    }
    return {};
  }

 private:
  Result<WordingRule> rule_of(const std::string& item, const figures::Wording& wording) {
    WordingRule rule;
    rule.id = item + "/" + wording.id;
    rule.confidence = wording.confidence;
    rule.role = wording.role;
    struct Part {
      std::vector<int>* ids;
      const std::vector<std::string>* phrases;
    };
    for (const auto& part :
         {Part{&rule.near, &wording.near}, Part{&rule.also, &wording.also},
          Part{&rule.sentence, &wording.sentence}, Part{&rule.context, &wording.context},
          Part{&rule.without, &wording.without}}) {
      for (const auto& phrase : *part.phrases) {
        const int id = phrase_id(phrase);
        if (id < 0) return refuse(rule.id, phrase);
        part.ids->push_back(id);
      }
    }
    if (!wording.units.empty()) rule.units.resize(units_.size());
    for (const auto& name : wording.units) {
      bool known = false;
      for (std::size_t i = 0; i < units_.size(); ++i) {
        if (units_[i].kind != name && units_[i].name != name) continue;
        rule.units[i] = known = true;
      }
      if (!known) return refuse(rule.id, name);
    }
    if (rule.near.empty()) return refuse(rule.id, "near");
    return rule;
  }

  static std::unexpected<Error> refuse(const std::string& wording, const std::string& word) {
    return fail(errors::bad_wording, {{"wording", wording}, {"word", word}});
  }

  // Equal phrases share an id; -1: no word in it, or one too many.
  int phrase_id(const std::string& phrase) {
    const auto keys = text::phrase_keys(phrase);
    const auto known = std::ranges::find(ids_, keys, &Known::keys);
    if (known != ids_.end()) return known->id;
    const int id = static_cast<int>(words_.rules_of_phrase.size());
    if (words_.rules_of_phrase.size() == FigureWords::most_phrases) return -1;
    if (!words_.phrases.add(phrase, {PhraseKind::wording, id}, false)) return -1;
    words_.rules_of_phrase.emplace_back();
    ids_.push_back({keys, id});
    return id;
  }

  struct Known {
    std::vector<text::WordKey> keys;
    int id;
  };
  FigureWords& words_;
  const std::vector<Unit>& units_;
  std::vector<Known> ids_;
};

}  // namespace

bool WordSet::add(std::string_view word) {
  const auto words = text::words_of(word);
  if (words.size() != 1) return false;
  keys_.add(words.front().key);
  spellings_[words.front().key].push_back(words.front().marks);
  return true;
}

bool WordSet::holds_spelling(text::WordKey key, text::WordMarks marks) const {
  const auto found = spellings_.find(key);
  return found != spellings_.end() &&
         std::ranges::find(found->second, marks) != found->second.end();
}

Result<void> Lexicon::load_changes(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  struct Part {
    WordSet* words;
    std::string_view key;
  };
  const Part parts[] = {{&changes.rises, "rises"},
                        {&changes.falls, "falls"},
                        {&changes.behind, "behind"},
                        {&changes.more, "more"},
                        {&changes.less, "less"},
                        {&changes.than, "than"},
                        {&changes.softeners, "softeners"},
                        {&changes.not_compared, "not_compared"},
                        {&changes.shares, "shares"},
                        {&changes.levels, "levels"},
                        {&changes.share_fillers, "share_fillers"},
                        {&changes.share_tails, "share_tails"},
                        {&changes.bounds, "bounds"},
                        {&changes.bounds_behind, "bounds_behind"},
                        {&changes.rate_leads, "rate_leads"},
                        {&changes.measures, "measures"}};
  if (auto known = root->only({"rises", "falls", "behind", "more", "less", "than", "softeners",
                               "not_compared", "shares", "levels", "share_fillers", "share_tails",
                               "bounds", "bounds_behind", "rate_leads", "measures", "wider_bases",
                               "whole_names", "previous"});
      !known) {
    return known;
  }
  for (const auto& [table, key] :
       {std::pair(&changes_wider_bases, "wider_bases"),
        std::pair(&changes_whole_names, "whole_names"), std::pair(&changes_previous, "previous")}) {
    PhraseTable& phrases = *table;
    auto added =
        each_phrase(*root, key, [&](const std::string& phrase) { return phrases.add(phrase, 0); });
    if (!added) return added;
  }
  for (const auto& part : parts) {
    auto added = each_phrase(*root, part.key,
                             [&](const std::string& word) { return part.words->add(word); });
    if (!added) return added;
  }
  return {};
}

Result<void> Lexicon::load_figures(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  if (auto known = root->only({"soft", "stops", "verbs", "joined", "targets"}); !known)
    return known;
  const auto soft = root->at("soft");
  if (!soft) return std::unexpected(soft.error());
  const std::string_view names[] = {"about", "below", "above", "at_least", "at_most"};
  if (auto known = soft->only({"about", "below", "above", "at_least", "at_most"}); !known) {
    return known;
  }
  int id = 0;
  for (const auto name : names) {
    auto added = each_phrase(*soft, name, [&](const std::string& phrase) {
      return figure_words.phrases.add(phrase, {PhraseKind::soft, id}, true);
    });
    if (!added) return added;
    ++id;
  }
  for (const auto& [kind, key] :
       {std::pair(PhraseKind::stop, "stops"), std::pair(PhraseKind::verb, "verbs"),
        std::pair(PhraseKind::target, "targets")}) {
    auto added = each_phrase(*root, key, [&](const std::string& phrase) {
      return figure_words.phrases.add(phrase, {kind, 0}, true);
    });
    if (!added) return added;
  }
  return each_phrase(*root, "joined",
                     [&](const std::string& phrase) { return figure_words.joined.add(phrase); });
}

Result<void> Lexicon::load_references(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  auto known =
      root->only({"carries_out", "replaces", "back", "any_type", "bases", "issues", "went_before"});
  if (!known) return known;
  struct Part {
    PhraseTable* table;
    std::string_view key;
  };
  for (const auto& part : {Part{&carries_out, "carries_out"}, Part{&replaces, "replaces"},
                           Part{&back, "back"}, Part{&any_type, "any_type"}, Part{&bases, "bases"},
                           Part{&issues, "issues"}, Part{&went_before, "went_before"}}) {
    auto added = each_phrase(*root, part.key,
                             [&](const std::string& phrase) { return part.table->add(phrase, 0); });
    if (!added) return added;
  }
  return {};
}

// How names of agencies start, for the sentences around figures too.
Result<void> Lexicon::load_agency_heads(const Sources::File& issuers) {
  const auto root = yaml::parse(issuers.text, issuers.name);
  if (!root) return std::unexpected(root.error());
  return each_phrase(*root, "heads", [&](const std::string& phrase) {
    // "Sở" is not "so", "ban" not "bản".
    const bool one_word = text::phrase_keys(phrase).size() == 1;
    return figure_words.phrases.add(phrase, {PhraseKind::agency, 0}, one_word);
  });
}

Result<void> Lexicon::add_items(const figures::ItemCatalogue& catalogue) {
  WordingCompiler compiler(figure_words, units);
  for (const auto& [id, item] : catalogue.items()) {
    if (auto compiled = compiler.compile(item); !compiled) return compiled;
  }
  return {};
}

}  // namespace liem::reading
