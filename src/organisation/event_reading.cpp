#include "organisation/collector.h"
#include "organisation/event.h"

namespace liem::organisation {
namespace {

class Reader {
 public:
  Reader(const yaml::Node& node, Collector& collect) : node_(node), collect_(collect) {}

  Event read() {
    event_.place = {node_.file(), node_.line()};
    event_.id = id_at(node_, "id");
    event_.date = collect_.take(node_.date_at("date"));
    event_.basis = collect_.take(node_.text_at("basis"));
    if (const auto kind = kind_of_event()) {
      event_.kind = *kind;
      read_details();
    }
    return std::move(event_);
  }

 private:
  std::optional<EventKind> kind_of_event() {
    auto name = node_.text_at("kind");
    if (!name) {
      collect_.note(name.error());
      return std::nullopt;
    }
    const auto kind = event_kind_of(*name);
    if (!kind) collect_.note(node_.error(errors::bad_event_kind, {{"kind", *name}}));
    return kind;
  }

  std::string checked_id(const yaml::Node& node, std::string id) {
    if (!is_id(id)) collect_.note(node.error(errors::bad_id, {{"id", id}}));
    return id;
  }
  std::string id_at(const yaml::Node& node, std::string_view key) {
    auto id = node.text_at(key);
    if (id) return checked_id(node, std::move(*id));
    collect_.note(id.error());
    return {};
  }

  void only(std::initializer_list<std::string_view> keys) { collect_.check(node_.only(keys)); }

  void read_details() {
    switch (event_.kind) {
      case EventKind::create:
        only({"id", "date", "kind", "basis", "units"});
        for (const auto& node : list_at("units")) event_.born.push_back(new_unit(node));
        return;
      case EventKind::merge:
        only({"id", "date", "kind", "basis", "from", "into"});
        read_ids("from");
        if (const auto node = at("into")) event_.into.push_back({target(*node), 1, "1"});
        return;
      case EventKind::split:
        only({"id", "date", "kind", "basis", "of", "into"});
        event_.units.push_back(id_at(node_, "of"));
        for (const auto& node : list_at("into")) event_.into.push_back(share(node));
        return;
      case EventKind::rename:
        return read_rename();
      case EventKind::move:
        only({"id", "date", "kind", "basis", "units", "parent"});
        read_ids("units");
        event_.parent = id_at(node_, "parent");
        return;
      case EventKind::abolish:
        only({"id", "date", "kind", "basis", "unit", "children_to", "successors"});
        event_.units.push_back(id_at(node_, "unit"));
        if (node_.has("children_to")) event_.parent = id_at(node_, "children_to");
        if (!node_.has("successors")) return;
        for (const auto& node : list_at("successors")) event_.into.push_back(share(node));
        return;
      case EventKind::undo:
        only({"id", "date", "kind", "basis", "undoes"});
        event_.undone = id_at(node_, "undoes");
        return;
    }
  }

  void read_rename() {
    only({"id", "date", "kind", "basis", "unit", "name", "becomes"});
    event_.units.push_back(id_at(node_, "unit"));
    if (node_.has("becomes")) event_.becomes = unit_kind(node_, "becomes");
    // Without either there is nothing to rename, and `name` is what is missing.
    if (node_.has("name") || !event_.becomes) {
      event_.name = collect_.take(words_at(node_, "name"));
    }
  }

  std::optional<yaml::Node> at(std::string_view key) {
    auto child = node_.at(key);
    if (child) return *child;
    collect_.note(child.error());
    return std::nullopt;
  }
  // The items under `key`, of which there must be some.
  std::vector<yaml::Node> list_at(std::string_view key) {
    const auto child = at(key);
    if (!child) return {};
    auto items = child->items();
    if (!items) {
      collect_.note(items.error());
      return {};
    }
    if (items->empty()) {
      collect_.note(child->error(errors::no_units, {{"key", std::string(key)}}));
    }
    return *items;
  }
  void read_ids(std::string_view key) {
    for (const auto& node : list_at(key)) {
      event_.units.push_back(checked_id(node, collect_.take(node.text())));
    }
  }

  UnitKind unit_kind(const yaml::Node& node, std::string_view key) {
    const auto name = collect_.take(node.text_at(key));
    const auto kind = unit_kind_of(name);
    if (!kind && !name.empty()) {
      collect_.note(node.error(errors::bad_kind_ever, {{"kind", name}}));
    }
    return kind.value_or(UnitKind::commune);
  }
  NewUnit new_unit(const yaml::Node& node) {
    collect_.check(node.only({"id", "name", "kind", "parent"}));
    NewUnit unit;
    unit.id = id_at(node, "id");
    unit.name = collect_.take(words_at(node, "name"));
    unit.kind = unit_kind(node, "kind");
    if (node.has("parent")) unit.parent = id_at(node, "parent");
    return unit;
  }

  // The id of a unit that is there, or one that begins with this event.
  std::string target(const yaml::Node& node) {
    if (!node.is_map()) return checked_id(node, collect_.take(node.text()));
    event_.born.push_back(new_unit(node));
    return event_.born.back().id;
  }
  Share share(const yaml::Node& node) {
    collect_.check(node.only({"unit", "share"}));
    Share out;
    if (const auto unit = node.at("unit")) {
      out.unit = target(*unit);
    } else {
      collect_.note(unit.error());
    }
    out.written = collect_.take(node.text_at("share"));
    const auto part = parse_share(out.written);
    if (!part) collect_.note(node.error(errors::bad_share, {{"share", out.written}}));
    out.share = part.value_or(Rational(1));
    return out;
  }

  const yaml::Node& node_;
  Collector& collect_;
  Event event_;
};

}  // namespace

std::expected<std::vector<Event>, Problems> load_events(std::string_view text,
                                                        std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::unexpected(Problems{root.error()});
  auto nodes = root->is_map() ? Result<std::vector<yaml::Node>>(std::vector{*root}) : root->items();
  if (!nodes) return std::unexpected(Problems{nodes.error()});
  Collector collect;
  std::vector<Event> events;
  for (const auto& node : *nodes) events.push_back(Reader(node, collect).read());
  if (!collect.clean()) return std::unexpected(std::move(collect).problems());
  return events;
}

}  // namespace liem::organisation
