// A year's assessment of one province and what its units handed in.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assessment/access.h"
#include "base/date.h"
#include "ledger/entry.h"
#include "organisation/units.h"

namespace liem::assessment {

using organisation::Unit;

// The indicator set a round is pinned to, by the hash of the file's bytes.
struct SetReference {
  std::string id;
  std::string version;
  std::string sha256;  // hexadecimal
  Words title;
  bool operator==(const SetReference&) const = default;
};

struct Round {
  std::string id;
  Words title;
  int year = 0;
  Date from{}, to{};  // both days included
  SetReference set;
  std::string items_sha256;  // of the catalogue of data items the set's inputs are named in
  // Of the law its rules take numbers from (round_law.h); nothing where they take none.
  std::optional<std::string> law_sha256{};
  bool operator==(const Round&) const = default;
};

// Bytes as they came, named by their hash.
struct Content {
  std::string sha256;  // hexadecimal
  std::string bytes;
  bool operator==(const Content&) const = default;
};

// Where in the unit's report the quote behind an input stands: half-open byte offsets.
struct Quote {
  std::string item;
  std::size_t begin = 0, end = 0;
  bool operator==(const Quote&) const = default;
};

// A file handed in with a row of the annex; its bytes are kept as Content.
struct AttachedFile {
  std::string name;        // without folders
  std::uint64_t size = 0;  // bytes
  std::string sha256;
  bool operator==(const AttachedFile&) const = default;
};

// A document of the annex, in the order of the annex.
struct Evidence {
  std::string type;
  std::optional<std::string> number;
  std::optional<Date> date;
  std::optional<std::string> issuer;
  std::string title;
  std::vector<std::string> criteria;  // codes
  std::optional<AttachedFile> file{};
  bool operator==(const Evidence&) const = default;
};

// What one unit handed in: the hashes of its two texts where it did.
struct Submission {
  std::string unit;
  std::optional<std::string> report_sha256;
  std::optional<std::string> answers_sha256;
  std::vector<Quote> quotes;
  std::vector<Evidence> evidence;
  bool operator==(const Submission&) const = default;
};

struct Account {
  std::string account;
  std::string name;
  Role role = Role::clerk;
  std::string unit;
  std::string password;       // hashed: see assessment/password.h
  bool password_due = false;  // chosen by another: to be changed at the next sign-in
  bool second_step = false;   // a code is asked for after the password
  std::optional<std::chrono::sys_seconds> disabled{};
  bool operator==(const Account&) const = default;
};

// The contents of a round's folder `history/`: assessment/province_history.h.
struct HistoryReference {
  std::string units_sha256, values_sha256;
  std::string items_sha256;  // of the catalogue the values' items are named in
  bool operator==(const HistoryReference&) const = default;
};

// A whole round ready to be stored, checked as far as the files alone allow.
struct RoundImport {
  std::string province;
  Round round;
  std::vector<Unit> units;  // those of the round, in the order of the list
  std::vector<Submission> submissions;
  std::vector<Account> accounts;
  std::optional<HistoryReference> history;  // where the folder has one
  std::vector<Content> contents;            // everything the hashes above name
  std::vector<ledger::Act> acts;            // what the log is to say of it
};

}  // namespace liem::assessment
