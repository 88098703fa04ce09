// What the log says of one act, and how each entry carries the hash of the one before it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "ledger/hash.h"

namespace liem::ledger {

// What an object was: in words, or by the hash of a content that may have to be erased one day.
struct State {
  enum class Kind : unsigned char { none, json, hash };
  Kind kind = Kind::none;
  std::string text;  // canonical JSON (ledger/canonical.h), or 64 hexadecimal digits

  static State json(std::string canonical) { return {Kind::json, std::move(canonical)}; }
  static State hash(std::string hexadecimal) { return {Kind::hash, std::move(hexadecimal)}; }
  bool operator==(const State&) const = default;
};

struct Object {
  std::string kind, id;
  bool operator==(const Object&) const = default;
};

// Who did what, for whom, to what. Texts are UTF-8; never a password, a token or a key.
struct Act {
  std::chrono::sys_seconds at{};
  std::string actor;         // account; empty where nobody was signed in
  std::string on_behalf_of;  // account; empty where the actor acted for nobody else
  std::string code;          // "round.imported"
  Object object;
  std::string unit;  // the unit the object belongs to, if any
  State before, after;
  std::string reason;
  bool operator==(const Act&) const = default;
};

struct Entry {
  std::string province;
  std::uint64_t position = 0;  // from 1, without gaps
  Act act;
  Hash previous{};  // of the entry before; zeros for the first
  bool operator==(const Entry&) const = default;
};

// An entry with the hash that was written down beside it.
struct StoredEntry {
  Entry entry;
  Hash hash{};
  bool operator==(const StoredEntry&) const = default;
};

// The end of a province's log: what the next entry is chained to.
struct Head {
  std::uint64_t position = 0;
  Hash hash{};
  std::chrono::sys_seconds at{};  // nothing later in the log is earlier than this
  bool operator==(const Head&) const = default;
};

std::string canonical_bytes(const Entry& entry);
Hash hash_of(const Entry& entry);

struct Appended {
  StoredEntry stored;
  Head head;
};
// Where the clock went back, the entry takes the time of the head: time never runs backwards.
Appended append(const Head& head, const std::string& province, Act act);

}  // namespace liem::ledger
