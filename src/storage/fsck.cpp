#include "storage/fsck.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <system_error>

#include "storage/backup_place.h"
#include "storage/catalogue.h"
#include "storage/document_files.h"
#include "storage/document_rows.h"
#include "storage/errors.h"
#include "storage/file_bytes.h"
#include "storage/sha256.h"
#include "storage/sqlite.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

constexpr int page = 500;                    // rows asked for at once
constexpr std::chrono::minutes just_now{1};  // between a file and its row

class Fsck {
 public:
  Fsck(Database& database, const fs::path& data, std::chrono::sys_seconds now,
       const FsckHooks& hooks)
      : db_(database), data_(data), now_(now), hooks_(hooks) {}

  Result<FsckCounts> run() {
    auto tables = tables_of(db_);
    if (!tables) return std::unexpected(tables.error());
    tables_ = std::move(*tables);
    for (const auto part : {&Fsck::count_all, &Fsck::contents, &Fsck::references,
                            &Fsck::evidence_sizes, &Fsck::documents, &Fsck::files}) {
      if (auto done = (this->*part)(); !done) return std::unexpected(done.error());
    }
    return counts_;
  }

 private:
  Result<void> count_all();
  Result<void> contents();
  Result<void> content(const std::string& province, const std::string& sha256);
  Result<void> references();
  Result<void> references_of(const Table& table, const std::string& column);
  Result<void> evidence_sizes();
  Result<void> documents();
  Result<void> document(const DocumentRow& row);
  Result<void> files();
  Result<void> file(const fs::path& path);
  Result<bool> has_row(const std::string& province, const std::string& id);

  void fault(const ErrorCode& code, Args args) {
    ++counts_.faults;
    hooks_.fault({std::string(code.id), std::move(args)});
  }
  void step(const std::string& at) {
    ++done_;
    hooks_.progress(done_, std::max(done_, total_), at);
  }
  Result<std::uint64_t> count(const std::string& table);

  Database& db_;
  const fs::path& data_;
  std::chrono::sys_seconds now_;
  const FsckHooks& hooks_;
  std::vector<Table> tables_;
  FsckCounts counts_;
  std::uint64_t done_ = 0, total_ = 0;
};

Result<std::uint64_t> Fsck::count(const std::string& table) {
  return find_table(tables_, table) == nullptr ? 0 : count_rows(db_, table);
}

Result<void> Fsck::count_all() {
  const auto contents = count("content"), documents = count("document");
  if (!contents) return std::unexpected(contents.error());
  if (!documents) return std::unexpected(documents.error());
  total_ = *contents + 2 * *documents;  // a document's row and its file
  return {};
}

Result<void> Fsck::contents() {
  if (find_table(tables_, "content") == nullptr) return {};
  std::pair<std::string, std::string> last;
  while (true) {
    const auto names = db_.rows(
        fmt::format("SELECT province, sha256 FROM content WHERE (province, sha256) > (?, ?) "
                    "ORDER BY province, sha256 LIMIT {}",
                    page),
        {last.first, last.second},
        [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
    if (!names) return std::unexpected(names.error());
    if (names->empty()) return {};
    for (const auto& [province, sha256] : *names) {
      if (auto done = content(province, sha256); !done) return done;
    }
    last = names->back();
  }
}

Result<void> Fsck::content(const std::string& province, const std::string& sha256) {
  const auto found =
      db_.row("SELECT bytes FROM content WHERE province = ? AND sha256 = ?", {province, sha256},
              [](const Row& row) { return assessment::sha256_of(row.text(0)); });
  if (!found) return std::unexpected(found.error());
  if (*found) {
    ++counts_.contents;
    if (**found != sha256) {
      fault(errors::fault_content_altered,
            {{"province", province}, {"sha256", sha256}, {"found", **found}});
    }
  }
  step(sha256);
  return {};
}

// A column that names a content says so by its name.
bool names_content(const Table& table, const Column& column) {
  return column.name.ends_with("_sha256") ||
         (column.name == "sha256" && table.name == "evidence_file");
}

Result<void> Fsck::references() {
  for (const auto& table : tables_) {
    for (const auto& column : table.columns) {
      if (!names_content(table, column)) continue;
      if (auto done = references_of(table, column.name); !done) return done;
    }
  }
  return {};
}

Result<void> Fsck::references_of(const Table& table, const std::string& column) {
  const auto lost = db_.rows(
      fmt::format("SELECT DISTINCT t.province, t.{0} FROM {1} t WHERE t.{0} IS NOT NULL AND NOT "
                  "EXISTS (SELECT 1 FROM content c WHERE c.province = t.province "
                  "AND c.sha256 = t.{0}) ORDER BY 1, 2",
                  as_name(column), as_name(table.name)),
      {}, [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
  if (!lost) return std::unexpected(lost.error());
  for (const auto& [province, sha256] : *lost) {
    fault(errors::fault_content_missing,
          {{"province", province}, {"table", table.name}, {"column", column}, {"sha256", sha256}});
  }
  return {};
}

Result<void> Fsck::evidence_sizes() {
  if (find_table(tables_, "evidence_file") == nullptr) return {};
  const auto wrong = db_.rows(
      "SELECT e.province, e.round, e.unit, e.position, e.size, length(c.bytes) "
      "FROM evidence_file e JOIN content c ON c.province = e.province AND c.sha256 = e.sha256 "
      "WHERE e.size <> length(c.bytes) ORDER BY 1, 2, 3, 4",
      {}, [](const Row& row) {
        return Args{{"province", row.text(0)},
                    {"round", row.text(1)},
                    {"unit", row.text(2)},
                    {"row", std::to_string(row.integer(3))},
                    {"size", std::to_string(row.integer(4))},
                    {"found", std::to_string(row.integer(5))}};
      });
  if (!wrong) return std::unexpected(wrong.error());
  for (const auto& args : *wrong) fault(errors::fault_evidence_size, args);
  return {};
}

Result<void> Fsck::documents() {
  if (find_table(tables_, "document") == nullptr) return {};
  return each_document(db_, [&](const DocumentRow& row) -> Result<bool> {
    if (auto done = document(row); !done) return std::unexpected(done.error());
    return true;
  });
}

Result<void> Fsck::document(const DocumentRow& row) {
  ++counts_.documents;
  const auto path = document_path(data_, row.province, row.id);
  Sha256 digest;
  const auto size = read_in_pieces(path, [&](std::string_view bytes) -> Result<void> {
    digest.add(bytes);
    return {};
  });
  step(row.id);
  const Args place{{"file", path.string()}, {"province", row.province}, {"document", row.id}};
  const auto with = [&](std::string_view name, std::string value) {
    auto args = place;
    args.emplace_back(name, std::move(value));
    return args;
  };
  if (!size) {
    fault(errors::fault_file_unreadable, with("reason", size.error().message.args.back().second));
  } else if (!*size) {
    const auto still = has_row(row.province, row.id);
    if (!still) return std::unexpected(still.error());
    if (*still) fault(errors::fault_file_missing, place);
  } else if (**size != row.size) {
    auto args = with("found", std::to_string(**size));
    args.emplace_back("size", std::to_string(row.size));
    fault(errors::fault_file_size, std::move(args));
  } else if (digest.take() != row.sha256) {
    fault(errors::fault_file_altered, place);
  }
  return {};
}

Result<bool> Fsck::has_row(const std::string& province, const std::string& id) {
  if (find_table(tables_, "document") == nullptr) return false;
  return has_document(db_, province, id);
}

Result<void> Fsck::files() {
  std::error_code failed;
  for (fs::recursive_directory_iterator it(data_, failed), end; !failed && it != end;
       it.increment(failed)) {
    const auto name = it->path().lexically_relative(data_).string();
    if (name == "lost+found" || (name == backup_folder && backup_under_way(data_))) {
      it.disable_recursion_pending();
      continue;
    }
    std::error_code unknown;
    if (it->symlink_status(unknown).type() == fs::file_type::directory) continue;
    if (auto done = file(it->path()); !done) return done;
  }
  if (failed) {
    return fail(errors::not_readable, {{"file", data_.string()}, {"reason", failed.message()}});
  }
  return {};
}

Result<void> Fsck::file(const fs::path& path) {
  ++counts_.files;
  const auto name = path.lexically_relative(data_);
  std::vector<std::string> parts;
  for (const auto& part : name) parts.push_back(part.string());
  const bool of_database = std::ranges::find(sqlite_files, parts[0]) != sqlite_files.end();
  if (parts.size() == 1 && of_database && db_.engine() == Engine::sqlite) return {};
  if (parts.size() == 3 && parts[0] == documents_folder) {
    const auto known = has_row(parts[1], parts[2]);
    if (!known) return std::unexpected(known.error());
    step(parts[2]);
    if (*known) return {};
  }
  struct stat status{};
  if (::lstat(path.c_str(), &status) != 0) return {};  // gone meanwhile
  const auto age = now_ - time_of(status.st_ctime);
  const bool unfinished = path.extension() == unfinished_ending;
  if (age < (unfinished ? longest_upload : std::chrono::seconds(just_now))) return {};
  fault(unfinished ? errors::fault_unfinished : errors::fault_unknown_file,
        {{"file", path.string()}});
  return {};
}

}  // namespace

Result<FsckCounts> fsck(Database& database, const fs::path& data, std::chrono::sys_seconds now,
                        const FsckHooks& hooks) {
  return Fsck(database, data, now, hooks).run();
}

}  // namespace liem::storage
