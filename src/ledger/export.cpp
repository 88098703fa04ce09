#include "ledger/export.h"

#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <optional>

#include "base/date.h"
#include "base/utf8.h"
#include "ledger/errors.h"

namespace liem::ledger {
namespace {

namespace json = boost::json;
using std::chrono::sys_seconds;

constexpr std::string_view format_name = "liem-ledger-1";

json::value json_of(const State& state) {
  switch (state.kind) {
    case State::Kind::none:
      return nullptr;
    case State::Kind::json:
      return json::object{{"json", state.text}};
    case State::Kind::hash:
      return json::object{{"sha256", state.text}};
  }
  return nullptr;
}

json::object json_of(const StoredEntry& stored) {
  const auto& [entry, hash] = stored;
  const Act& act = entry.act;
  return {{"province", entry.province},
          {"position", entry.position},
          {"at", time_text(act.at)},
          {"actor", act.actor},
          {"on_behalf_of", act.on_behalf_of},
          {"act", act.code},
          {"object", {{"kind", act.object.kind}, {"id", act.object.id}}},
          {"unit", act.unit},
          {"before", json_of(act.before)},
          {"after", json_of(act.after)},
          {"reason", act.reason},
          {"previous", to_hex(entry.previous)},
          {"hash", to_hex(hash)}};
}

json::object json_of(const Checkpoint& checkpoint) {
  return {{"checkpoint",
           {{"province", checkpoint.province},
            {"position", checkpoint.position},
            {"hash", to_hex(checkpoint.hash)},
            {"at", time_text(checkpoint.at)},
            {"key", to_hex(checkpoint.key)},
            {"signature", to_hex(checkpoint.signature)}}}};
}

json::object json_of(const ExportHeader& header) {
  return {{"format", json::string_view(format_name.data(), format_name.size())},
          {"province", header.province}};
}

// Fields of an object whose order and number the writer fixes: what is read is compared with what
// would have been written, so that here only the values matter.
class Fields {
 public:
  explicit Fields(const json::object& object) : object_(object) {}
  bool good() const { return good_; }

  std::string text(std::string_view name) {
    const auto* found = object_.if_contains({name.data(), name.size()});
    if (found != nullptr && found->is_string()) return std::string(found->get_string());
    good_ = false;
    return {};
  }
  std::uint64_t number(std::string_view name) {
    const auto* found = object_.if_contains({name.data(), name.size()});
    if (found != nullptr && found->is_uint64()) return found->get_uint64();
    if (found != nullptr && found->is_int64() && found->get_int64() >= 0) {
      return static_cast<std::uint64_t>(found->get_int64());
    }
    good_ = false;
    return 0;
  }
  sys_seconds time(std::string_view name) {
    const auto found = read_time(text(name));
    good_ = good_ && found.has_value();
    return found.value_or(sys_seconds{});
  }
  template <std::size_t size>
  void bytes(std::string_view name, std::array<unsigned char, size>& out) {
    good_ = from_hex(text(name), out) && good_;
  }
  const json::object& object(std::string_view name) {
    static const json::object none;
    const auto* found = object_.if_contains({name.data(), name.size()});
    if (found != nullptr && found->is_object()) return found->get_object();
    good_ = false;
    return none;
  }
  State state(std::string_view name) {
    const auto* found = object_.if_contains({name.data(), name.size()});
    if (found != nullptr && found->is_null()) return {};
    Fields inner(object(name));
    if (inner.object_.contains("json")) return State::json(inner.text("json"));
    return State::hash(inner.text("sha256"));
  }

 private:
  const json::object& object_;
  bool good_ = true;
};

std::optional<ExportLine> entry_of(const json::object& object) {
  Fields fields(object);
  StoredEntry out;
  Entry& entry = out.entry;
  entry.province = fields.text("province");
  entry.position = fields.number("position");
  entry.act.at = fields.time("at");
  entry.act.actor = fields.text("actor");
  entry.act.on_behalf_of = fields.text("on_behalf_of");
  entry.act.code = fields.text("act");
  Fields inner(fields.object("object"));
  entry.act.object = {inner.text("kind"), inner.text("id")};
  entry.act.unit = fields.text("unit");
  entry.act.before = fields.state("before");
  entry.act.after = fields.state("after");
  entry.act.reason = fields.text("reason");
  fields.bytes("previous", entry.previous);
  fields.bytes("hash", out.hash);
  if (!fields.good()) return std::nullopt;
  return out;
}

std::optional<ExportLine> checkpoint_of(const json::object& object) {
  Fields outer(object);
  Fields fields(outer.object("checkpoint"));
  Checkpoint out;
  out.province = fields.text("province");
  out.position = fields.number("position");
  fields.bytes("hash", out.hash);
  out.at = fields.time("at");
  fields.bytes("key", out.key);
  fields.bytes("signature", out.signature);
  if (!fields.good()) return std::nullopt;
  return out;
}

std::optional<ExportLine> line_from(const json::object& object) {
  if (object.contains("format")) {
    Fields fields(object);
    return ExportHeader{fields.text("province")};
  }
  return object.contains("checkpoint") ? checkpoint_of(object) : entry_of(object);
}

}  // namespace

std::optional<sys_seconds> read_time(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z') return std::nullopt;
  const auto day = parse_iso_date(text.substr(0, 10));
  if (!day) return std::nullopt;
  const auto number = [&](std::size_t at) {
    int out = -1;
    const auto* end = text.data() + at + 2;
    const auto read = std::from_chars(text.data() + at, end, out);
    return read.ptr == end ? out : -1;
  };
  const int hours = number(11), minutes = number(14), seconds = number(17);
  if (hours < 0 || minutes < 0 || seconds < 0) return std::nullopt;
  return std::chrono::sys_days(*day) + std::chrono::hours(hours) + std::chrono::minutes(minutes) +
         std::chrono::seconds(seconds);
}

std::string time_text(sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::string line_of(const ExportLine& line) {
  return std::visit([](const auto& one) { return json::serialize(json_of(one)); }, line) + "\n";
}

Result<ExportLine> read_line(std::string_view line, std::size_t number) {
  const auto bad = fail(errors::bad_line, {{"line", std::to_string(number)}});
  if (utf8::find_invalid(line) != line.npos) return bad;
  json::error_code failed;
  const json::value value = json::parse({line.data(), line.size()}, failed);
  if (failed || !value.is_object()) return bad;
  auto read = line_from(value.get_object());
  if (!read) return bad;
  const std::string written = line_of(*read);
  if (std::string_view(written).substr(0, written.size() - 1) != line) return bad;
  return std::move(*read);
}

}  // namespace liem::ledger
