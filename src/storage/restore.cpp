#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "assessment/digest.h"
#include "storage/backup.h"
#include "storage/backup_archive.h"
#include "storage/backup_header.h"
#include "storage/backup_rows.h"
#include "storage/catalogue.h"
#include "storage/document_files.h"
#include "storage/errors.h"
#include "storage/migrations.h"
#include "storage/sqlite.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

// What an entry's name says, "rows/<table>/<number>.jsonl" or "documents/<province>/<id>".
struct EntryName {
  std::string kind, group, name;
};

// Nothing where it could lead out of the folder.
std::optional<EntryName> split(const std::string& entry) {
  const auto first = entry.find('/'), last = entry.rfind('/');
  if (first == entry.npos || first == last) return std::nullopt;
  EntryName out{entry.substr(0, first), entry.substr(first + 1, last - first - 1),
                entry.substr(last + 1)};
  for (const auto& part : {out.group, out.name}) {
    if (part.empty() || part.front() == '.' || part.find('/') != part.npos) return std::nullopt;
  }
  return out;
}

// The archive with its header read.
struct Opened {
  std::unique_ptr<ArchiveReader> archive;
  BackupHeader header;
};

Result<Opened> open(const fs::path& file) {
  const auto none = [&] { return fail(errors::not_a_backup, {{"file", file.string()}}); };
  auto archive = ArchiveReader::open(file);
  if (!archive) return std::unexpected(archive.error());
  const auto name = (*archive)->next();
  if (!name) return std::unexpected(name.error());
  if (!*name || **name != header_name) return none();
  std::string text;
  const auto read = (*archive)->read([&](std::string_view bytes) -> Result<void> {
    text.append(bytes);
    return text.size() > largest_header ? Result<void>(none()) : Result<void>();
  });
  if (!read) return std::unexpected(read.error());
  auto header = header_from(text);
  if (!header) return none();
  return Opened{std::move(*archive), std::move(*header)};
}

// How much of an entry counts as a step, for a bar over rows and files.
std::uint64_t lines_in(std::string_view bytes) {
  return static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
}

// The migrations the backup was written under, of those this program has.
Result<std::vector<Migration>> schema_for(const fs::path& file, const BackupHeader& header) {
  auto known = shipped_migrations();
  for (std::size_t i = 0; i < header.schema.size(); ++i) {
    const auto& step = header.schema[i];
    if (i >= known.size()) {
      return fail(errors::newer_database, {{"file", file.string()},
                                           {"version", std::to_string(header.schema.size())},
                                           {"known", std::to_string(known.size())}});
    }
    if (step.name != known[i].name || step.sha256 != assessment::sha256_of(known[i].sql)) {
      return fail(errors::other_schema, {{"file", file.string()}, {"migration", step.name}});
    }
  }
  known.resize(header.schema.size());
  return known;
}

bool holds_something(const fs::path& folder) {
  std::error_code unknown;
  for (fs::directory_iterator it(folder, unknown), end; !unknown && it != end;
       it.increment(unknown)) {
    if (it->path().filename() != "lost+found") return true;
  }
  return false;
}

Result<bool> has_rows(Database& database) {
  const auto tables = tables_of(database);
  if (!tables) return std::unexpected(tables.error());
  for (const auto& table : *tables) {
    const auto row = database.row("SELECT 1 FROM " + as_name(table.name) + " LIMIT 1", {},
                                  [](const Row& r) { return r.integer(0); });
    if (!row) return std::unexpected(row.error());
    if (*row) return true;
  }
  return false;
}

class Restore {
 public:
  Restore(const fs::path& file, const Place& place, const BackupHooks& hooks)
      : file_(file), place_(place), hooks_(hooks) {}

  Result<BackupHeader> run(const BackupHeader& verified);
  // What a restore that failed had made in the folder, which was empty before.
  void undo() const {
    std::error_code ignored;
    fs::remove_all(place_.folder / documents_folder, ignored);
    for (const auto name : sqlite_files) fs::remove(place_.folder / name, ignored);
  }

 private:
  Result<void> prepare(const BackupHeader& header);
  Result<BackupHeader> take_all();
  Result<void> take(ArchiveReader& archive, const std::string& entry);
  Result<void> take_rows(ArchiveReader& archive, const EntryName& name);
  Result<void> take_file(ArchiveReader& archive, const EntryName& name);
  void step(std::uint64_t more, const std::string& entry) {
    done_ += more;
    hooks_.progress(done_, total_, entry);
  }

  const fs::path& file_;
  const Place& place_;
  const BackupHooks& hooks_;
  std::unique_ptr<Database> db_;
  std::vector<Table> tables_;
  std::uint64_t done_ = 0, total_ = 0;
};

Result<void> Restore::prepare(const BackupHeader& header) {
  const auto schema = schema_for(file_, header);
  if (!schema) return std::unexpected(schema.error());
  auto database = open_database(place_, Access::create);
  if (!database) return std::unexpected(database.error());
  db_ = std::move(*database);
  const auto now = schema_of(*db_, shipped_migrations());
  if (!now) return std::unexpected(now.error());
  const auto rows = has_rows(*db_);
  if (!rows) return std::unexpected(rows.error());
  if (*rows || now->applied > schema->size()) {
    return fail(errors::place_not_empty, {{"place", db_->name()}});
  }
  if (auto made = migrate(*db_, *schema); !made) return made;
  auto tables = tables_of(*db_);
  if (!tables) return std::unexpected(tables.error());
  tables_ = std::move(*tables);
  return {};
}

Result<BackupHeader> Restore::run(const BackupHeader& verified) {
  if (auto prepared = prepare(verified); !prepared) return std::unexpected(prepared.error());
  total_ = verified.rows + verified.files;
  auto done = db_->transact([&] { return take_all(); });
  if (!done) return done;
  if (auto made = migrate(*db_, shipped_migrations()); !made) return std::unexpected(made.error());
  return done;
}

Result<BackupHeader> Restore::take_all() {
  done_ = 0;
  auto opened = open(file_);
  if (!opened) return std::unexpected(opened.error());
  while (true) {
    const auto entry = opened->archive->next();
    if (!entry) return std::unexpected(entry.error());
    if (!*entry) return std::move(opened->header);
    if (auto taken = take(*opened->archive, **entry); !taken) {
      return std::unexpected(taken.error());
    }
  }
}

Result<void> Restore::take(ArchiveReader& archive, const std::string& entry) {
  const auto name = split(entry);
  if (name && name->kind == "rows") return take_rows(archive, *name);
  if (name && name->kind == documents_folder) return take_file(archive, *name);
  return archive.damaged("no such entry is known");
}

Result<void> Restore::take_rows(ArchiveReader& archive, const EntryName& name) {
  const auto* table = find_table(tables_, name.group);
  if (table == nullptr) return archive.damaged("no such table is known");
  RowReader reader(*db_, *table);
  const auto judged = [&](const RowReader::Outcome& outcome) -> Result<void> {
    if (!outcome) return std::unexpected(outcome.error());
    return *outcome ? Result<void>(archive.damaged(**outcome)) : Result<void>();
  };
  auto read = archive.read([&](std::string_view bytes) { return judged(reader.take(bytes)); });
  if (read) read = judged(reader.finish());
  step(reader.rows(), name.name);
  return read;
}

Result<void> Restore::take_file(ArchiveReader& archive, const EntryName& name) {
  const auto files = open_document_files(place_.folder, name.group);
  if (!files) return std::unexpected(files.error());
  auto incoming = (*files)->receive(name.name);
  if (!incoming) return std::unexpected(incoming.error());
  auto read = archive.read([&](std::string_view bytes) { return (*incoming)->write(bytes); });
  if (!read) return read;
  if (const auto kept = (*incoming)->keep(); !kept) return std::unexpected(kept.error());
  step(1, name.name);
  return {};
}

}  // namespace

Result<BackupHeader> verify_backup(const fs::path& file, const BackupHooks& hooks) {
  auto opened = open(file);
  if (!opened) return std::unexpected(opened.error());
  const auto total = opened->header.rows + opened->header.files;
  std::uint64_t done = 0;
  while (true) {
    const auto entry = opened->archive->next();
    if (!entry) return std::unexpected(entry.error());
    if (!*entry) return std::move(opened->header);
    std::uint64_t lines = 0;
    const auto read = opened->archive->read([&](std::string_view bytes) -> Result<void> {
      lines += lines_in(bytes);
      return {};
    });
    if (!read) return std::unexpected(read.error());
    done += (*entry)->starts_with("rows/") ? lines - std::min<std::uint64_t>(lines, 1) : 1;
    hooks.progress(done, total, **entry);
  }
}

Result<BackupHeader> restore(const fs::path& file, const Place& place, const BackupHooks& hooks) {
  if (holds_something(place.folder)) {
    return fail(errors::place_not_empty, {{"place", place.folder.string()}});
  }
  const auto verified = verify_backup(file, hooks);
  if (!verified) return verified;
  Restore work(file, place, hooks);
  auto done = work.run(*verified);
  if (!done) work.undo();
  return done;
}

}  // namespace liem::storage
