#include "reading/lexicon.h"

#include <algorithm>
#include <boost/container/small_vector.hpp>

#include "base/yaml.h"

namespace liem::reading {
namespace {

Result<void> add_phrase(PhraseTable& table, const yaml::Node& node, int id) {
  const auto phrase = node.text();
  if (!phrase) return std::unexpected(phrase.error());
  if (!table.add(*phrase, id)) return std::unexpected(node.error(errors::empty_phrase));
  return {};
}

Result<void> add_list(PhraseTable& table, const yaml::Node& root, std::string_view key, int id) {
  const auto list = root.at(key);
  if (!list) return std::unexpected(list.error());
  const auto items = list->items();
  if (!items) return std::unexpected(items.error());
  for (const auto& item : *items) {
    if (auto added = add_phrase(table, item, id); !added) return added;
  }
  return {};
}

Result<std::vector<std::string>> texts(const yaml::Node& root, std::string_view key) {
  const auto list = root.at(key);
  if (!list) return std::unexpected(list.error());
  const auto items = list->items();
  if (!items) return std::unexpected(items.error());
  std::vector<std::string> out;
  for (const auto& item : *items) {
    auto word = item.text();
    if (!word) return std::unexpected(word.error());
    out.push_back(std::move(*word));
  }
  return out;
}

Result<bool> flag(const yaml::Node& node, std::string_view key) {
  const auto child = node.has(key) ? node.at(key) : Result<yaml::Node>(yaml::Node());
  if (!child) return std::unexpected(child.error());
  return node.has(key) ? child->boolean() : Result<bool>(false);
}

// Whether the words of `span`, as many as there are marks, are written with exactly these.
bool is_spelt(std::string_view text, text::Span span, const std::vector<text::WordMarks>& marks) {
  std::size_t at = span.begin;
  for (const auto wanted : marks) {
    const text::Word word = text::word_after(text, at);
    if (!word || word.marks != wanted) return false;
    at = word.span.end;
  }
  return at == span.end;
}

// The words of the text that phrases are compared with, each read once however many begin alike.
using Row = boost::container::small_vector<text::Word, 8>;

Dimension dimension_of(std::string_view kind) {
  if (kind == "person") return Dimension::person;
  if (kind == "area") return Dimension::area;
  if (kind == "point") return Dimension::point;
  if (kind == "time") return Dimension::time;
  return Dimension::thing_counted;
}

}  // namespace

bool PhraseTable::add(std::string_view phrase, int id, Spelt spelt) {
  Entry entry{{}, {}, id, spelt == Spelt::exact};
  for (const auto& word : text::words_of(phrase)) {
    entry.keys.push_back(word.key);
    entry.marks.push_back(word.marks);
  }
  if (entry.keys.empty()) return false;
  firsts_.add(entry.keys.front());
  lasts_.add(entry.keys.back());
  const auto longer_first = [](const Entry& a, const Entry& b) {
    return a.keys.size() != b.keys.size() ? a.keys.size() > b.keys.size() : a.keys < b.keys;
  };
  for (auto* list : {&by_first_[entry.keys.front()], &by_last_[entry.keys.back()]}) {
    list->insert(std::ranges::upper_bound(*list, entry, longer_first), entry);
  }
  return true;
}

// Entries of the same keys stand together; the one spelt with the same marks wins.
PhraseTable::Match PhraseTable::better(std::string_view text, const std::vector<Entry>& entries,
                                       std::size_t found, text::Span span) {
  const auto& keys = entries[found].keys;
  if (found + 1 < entries.size() && entries[found + 1].keys == keys) {
    for (std::size_t i = found; i < entries.size() && entries[i].keys == keys; ++i) {
      if (is_spelt(text, span, entries[i].marks)) return {entries[i].id, span};
    }
  }
  return {entries[found].id, span};
}

std::optional<PhraseTable::Match> PhraseTable::match_from(std::string_view text,
                                                          const text::Word& first) const {
  if (!first || !firsts_.may_hold(first.key)) return std::nullopt;
  const auto found = by_first_.find(first.key);
  if (found == by_first_.end()) return std::nullopt;
  const auto& entries = found->second;
  Row row{first};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& keys = entries[i].keys;
    std::size_t matched = 1;
    for (; matched < keys.size(); ++matched) {
      if (row.size() == matched) row.push_back(text::word_after(text, row.back().span.end));
      if (row[matched].key != keys[matched]) break;
    }
    if (matched < keys.size()) continue;
    const text::Span span{first.span.begin, row[matched - 1].span.end};
    const Match found_here = better(text, entries, i, span);
    if (!entries[i].exact || found_here.id != entries[i].id ||
        is_spelt(text, span, entries[i].marks))
      return found_here;
  }
  return std::nullopt;
}

std::optional<PhraseTable::Match> PhraseTable::match_exactly_from(std::string_view text,
                                                                  const text::Word& first) const {
  const auto match = match_from(text, first);
  if (!match) return match;
  for (const auto& entry : by_first_.at(first.key)) {
    if (is_spelt(text, match->span, entry.marks)) return match;
  }
  return std::nullopt;
}

std::optional<PhraseTable::Match> PhraseTable::match_before(std::string_view text,
                                                            std::size_t end) const {
  const text::Word last = text::word_before(text, end);
  if (!last || !lasts_.may_hold(last.key)) return std::nullopt;
  const auto found = by_last_.find(last.key);
  if (found == by_last_.end()) return std::nullopt;
  const auto& entries = found->second;
  Row row{last};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& keys = entries[i].keys;
    std::size_t matched = 1;
    for (; matched < keys.size(); ++matched) {
      if (row.size() == matched) row.push_back(text::word_before(text, row.back().span.begin));
      if (row[matched].key != keys[keys.size() - 1 - matched]) break;
    }
    if (matched == keys.size())
      return better(text, entries, i, {row[matched - 1].span.begin, last.span.end});
  }
  return std::nullopt;
}

Result<void> Lexicon::load_types(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  if (auto known = root->only({"types", "sender_first", "implied", "closed_issuers", "offices",
                               "rooms", "not_documents", "numbered_issuers"});
      !known) {
    return known;
  }
  const auto list = root->at("types");
  if (!list) return std::unexpected(list.error());
  const auto items = list->items();
  if (!items) return std::unexpected(items.error());
  for (const auto& item : *items) {
    if (auto known = item.only(
            {"name", "symbols", "also", "any_symbol", "needs_symbol", "restates", "foreign"});
        !known) {
      return known;
    }
    auto name = item.text_at("name");
    if (!name) return std::unexpected(name.error());
    auto symbols = texts(item, "symbols");
    if (!symbols) return std::unexpected(symbols.error());
    auto foreign =
        item.has("foreign") ? texts(item, "foreign") : Result<std::vector<std::string>>();
    if (!foreign) return std::unexpected(foreign.error());
    const auto any = flag(item, "any_symbol");
    if (!any) return std::unexpected(any.error());
    const auto needs = flag(item, "needs_symbol");
    if (!needs) return std::unexpected(needs.error());
    const auto restates = flag(item, "restates");
    if (!restates) return std::unexpected(restates.error());
    const int id = static_cast<int>(types.size());
    if (!type_phrases.add(*name, id)) return std::unexpected(item.error(errors::empty_phrase));
    if (item.has("also")) {
      if (auto added = add_list(type_short_forms, item, "also", id); !added) return added;
    }
    for (const auto& symbol : *symbols) types_of_symbol[symbol].push_back(id);
    types.push_back(
        {std::move(*name), std::move(*symbols), std::move(*foreign), *any, *needs, *restates});
  }
  const auto implied_node = root->at("implied");
  if (!implied_node) return std::unexpected(implied_node.error());
  const auto entries = implied_node->entries();
  if (!entries) return std::unexpected(entries.error());
  for (const auto& [symbol, node] : *entries) {
    const auto name = node.text();
    if (!name) return std::unexpected(name.error());
    const auto type = std::ranges::find(types, *name, &DocumentType::name);
    if (type == types.end()) {
      return std::unexpected(node.error(errors::unknown_type, {{"type", *name}}));
    }
    implied[symbol] = static_cast<int>(type - types.begin());
  }
  auto closed = texts(*root, "closed_issuers");
  if (!closed) return std::unexpected(closed.error());
  closed_issuers = std::move(*closed);
  const auto numbered = texts(*root, "numbered_issuers");
  if (!numbered) return std::unexpected(numbered.error());
  numbered_issuers.insert(numbered->begin(), numbered->end());
  const auto office_list = texts(*root, "offices");
  if (!office_list) return std::unexpected(office_list.error());
  offices.insert(office_list->begin(), office_list->end());
  const auto room_list = texts(*root, "rooms");
  if (!room_list) return std::unexpected(room_list.error());
  rooms.insert(room_list->begin(), room_list->end());
  if (auto added = add_list(not_documents, *root, "not_documents", 0); !added) return added;
  auto sender = root->text_at("sender_first");
  if (!sender) return std::unexpected(sender.error());
  sender_first = std::move(*sender);
  return {};
}

Result<void> Lexicon::load_issuers(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  if (auto known = root->only({"inside", "bodies", "functions", "fields", "joined", "stops",
                               "heads", "numbered", "issuing", "issuing_adverbs", "seated"});
      !known) {
    return known;
  }
  const auto inside = texts(*root, "inside");
  if (!inside) return std::unexpected(inside.error());
  for (const auto& phrase : *inside) {
    for (const auto& word : text::words_of(phrase)) issuer_inside[word.key].push_back(word.marks);
  }
  const auto joined = texts(*root, "joined");
  if (!joined) return std::unexpected(joined.error());
  for (const auto& phrase : *joined) issuer_joined.add(phrase);
  struct Part {
    PhraseTable* table;
    std::string_view key;
  };
  for (const auto& part : {Part{&issuer_heads, "heads"}, Part{&issuer_bodies, "bodies"},
                           Part{&issuer_functions, "functions"}, Part{&issuer_fields, "fields"},
                           Part{&issuing, "issuing"}, Part{&issuing_adverbs, "issuing_adverbs"},
                           Part{&issuer_stops, "stops"}, Part{&issuer_numbered, "numbered"},
                           Part{&issuer_seated, "seated"}}) {
    if (auto added = add_list(*part.table, *root, part.key, 0); !added) return added;
  }
  return {};
}

bool Lexicon::inside_issuer(const text::Word& word) const {
  const auto found = issuer_inside.find(word.key);
  if (found == issuer_inside.end()) return false;
  return word.marks == 0 || std::ranges::find(found->second, word.marks) != found->second.end();
}

Result<void> Lexicon::load_units(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  if (auto known = root->only({"money", "percent", "counts", "exact", "same", "rates"}); !known)
    return known;
  units.push_back({"%", "percent", 1, Dimension::percent, {}});
  if (!unit_phrases.add("phần trăm", 0)) return fail(errors::empty_phrase);

  const auto money = root->at("money");
  if (!money) return std::unexpected(money.error());
  const auto kinds = money->items();
  if (!kinds) return std::unexpected(kinds.error());
  for (const auto& item : *kinds) {
    auto name = item.text_at("name");
    if (!name) return std::unexpected(name.error());
    const auto factor = item.decimal_at("factor");
    if (!factor) return std::unexpected(factor.error());
    const int id = static_cast<int>(units.size());
    if (!unit_phrases.add(*name, id)) return std::unexpected(item.error(errors::empty_phrase));
    if (auto added = add_list(unit_phrases, item, "also", id); !added) return added;
    units.push_back({std::move(*name), "money", *factor, Dimension::money, {}});
  }

  const auto exact = texts(*root, "exact");
  if (!exact) return std::unexpected(exact.error());
  const auto spelt = [&](const std::string& name) {
    const bool listed = std::ranges::find(*exact, name) != exact->end();
    return listed ? PhraseTable::Spelt::exact : PhraseTable::Spelt::any;
  };
  const auto counts = root->at("counts");
  if (!counts) return std::unexpected(counts.error());
  const auto groups = counts->entries();
  if (!groups) return std::unexpected(groups.error());
  for (const auto& [kind, list] : *groups) {
    const auto items = list.items();
    if (!items) return std::unexpected(items.error());
    for (const auto& item : *items) {
      auto name = item.text();
      if (!name) return std::unexpected(name.error());
      if (!unit_phrases.add(*name, static_cast<int>(units.size()), spelt(*name))) {
        return std::unexpected(item.error(errors::empty_phrase));
      }
      units.push_back({std::move(*name), kind, 1, dimension_of(kind), {}});
    }
  }
  if (auto loaded = load_same_units(*root); !loaded) return loaded;
  return add_list(rate_phrases, *root, "rates", 0);
}

Result<void> Lexicon::load_same_units(const yaml::Node& root) {
  const auto node = root.at("same");
  if (!node) return std::unexpected(node.error());
  const auto entries = node->entries();
  if (!entries) return std::unexpected(entries.error());
  const auto find = [&](const std::string& name) {
    return std::ranges::find(units, name, &Unit::name);
  };
  for (const auto& [name, list] : *entries) {
    const auto general = find(name);
    if (general == units.end()) {
      return std::unexpected(list.error(errors::unknown_unit, {{"unit", name}}));
    }
    const auto items = list.items();
    if (!items) return std::unexpected(items.error());
    for (const auto& item : *items) {
      const auto longer = item.text();
      if (!longer) return std::unexpected(longer.error());
      const auto unit = find(*longer);
      if (unit == units.end()) {
        return std::unexpected(item.error(errors::unknown_unit, {{"unit", *longer}}));
      }
      unit->short_for.push_back(static_cast<int>(general - units.begin()));
    }
  }
  return {};
}

Result<void> Lexicon::load_none(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  if (auto known = root->only({"verbs", "with_nouns", "with_any", "nouns", "words_between", "ends",
                               "conditions", "provided"});
      !known) {
    return known;
  }
  struct Part {
    PhraseTable* table;
    std::string_view key;
  };
  for (const auto& part : {Part{&none_verbs, "verbs"}, Part{&none_with_nouns, "with_nouns"},
                           Part{&none_nouns, "nouns"}, Part{&none_between, "words_between"},
                           Part{&none_ends, "ends"}, Part{&none_conditions, "conditions"},
                           Part{&none_with_any, "with_any"}, Part{&none_provided, "provided"}}) {
    if (auto added = add_list(*part.table, *root, part.key, 0); !added) return added;
  }
  return {};
}

Result<void> Lexicon::load_sums(const Sources::File& file) {
  const auto root = yaml::parse(file.text, file.name);
  if (!root) return std::unexpected(root.error());
  struct Part {
    PhraseTable* table;
    std::string_view key;
  };
  const Part parts[] = {{&sums_all, "all"},
                        {&sums_some, "some"},
                        {&sums_only_some, "only_some"},
                        {&sums_rest, "rest"},
                        {&sums_counted, "counted"},
                        {&sums_totals, "totals"},
                        {&sums_respective, "respective"},
                        {&sums_gaps, "gaps"},
                        {&sums_states, "states"},
                        {&sums_others, "others"},
                        {&sums_every, "every"},
                        {&sums_amid, "amid"},
                        {&sums_amid_leads, "amid_leads"},
                        {&sums_rest_heads, "rest_heads"}};
  if (auto known =
          root->only({"all", "some", "only_some", "rest", "counted", "states", "others", "totals",
                      "gaps", "respective", "every", "amid", "amid_leads", "rest_heads"});
      !known) {
    return known;
  }
  for (const auto& part : parts) {
    if (auto added = add_list(*part.table, *root, part.key, 0); !added) return added;
  }
  return {};
}

Result<Lexicon> Lexicon::load(const Sources& sources) {
  Lexicon lexicon;
  if (auto done = lexicon.load_types(sources.document_types); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = lexicon.load_issuers(sources.issuers); !done)
    return std::unexpected(done.error());
  if (auto done = lexicon.load_units(sources.units); !done) return std::unexpected(done.error());
  if (auto done = lexicon.load_none(sources.none); !done) return std::unexpected(done.error());
  if (auto done = lexicon.load_sums(sources.sums); !done) return std::unexpected(done.error());
  if (auto done = lexicon.load_agencies(sources.agencies); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = lexicon.load_changes(sources.changes); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = lexicon.load_figures(sources.figures); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = lexicon.load_references(sources.references); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = lexicon.load_agency_heads(sources.issuers); !done) {
    return std::unexpected(done.error());
  }
  return lexicon;
}

}  // namespace liem::reading
