#include "storage/backup.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "storage/backup_archive.h"
#include "storage/backup_header.h"
#include "storage/backup_place.h"
#include "storage/backup_rows.h"
#include "storage/document_files.h"
#include "storage/document_rows.h"
#include "storage/errors.h"
#include "storage/migrations.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

constexpr int most_beginnings = 5;  // where documents are deleted while their files are held

class Backup {
 public:
  Backup(const BackupRequest& request, const BackupHooks& hooks, std::unique_ptr<Database> reading,
         std::unique_ptr<Database> present, BackupPlace held)
      : request_(request),
        hooks_(hooks),
        db_(std::move(reading)),
        present_(std::move(present)),
        held_(std::move(held)) {}

  Result<BackupHeader> run() {
    for (int beginning = 1;; ++beginning) {
      Begun begun = Begun::anew;
      auto done = db_->snapshot([&]() -> Result<BackupHeader> {
        auto began = begin(beginning == most_beginnings);
        if (!began) return std::unexpected(began.error());
        begun = *began;
        return begun == Begun::anew ? Result<BackupHeader>() : write();
      });
      if (!done || begun == Begun::whole) return done;
    }
  }

 private:
  enum class Begun { whole, anew };

  Result<Begun> begin(bool last);
  Result<void> describe();
  Result<bool> hold_files(bool last);
  Result<bool> hold(const DocumentRow& document, bool last);
  Result<BackupHeader> write();
  Result<void> write_table(const Table& table);
  Result<void> write_file(const DocumentRow& document);
  fs::path link_of(const DocumentRow& document) const {
    return held_.folder() / (document.province + " " + document.id);
  }
  void step(std::uint64_t more, const std::string& entry) {
    done_ += more;
    hooks_.progress(done_, header_.rows + header_.files, entry);
  }

  const BackupRequest& request_;
  const BackupHooks& hooks_;
  std::unique_ptr<Database> db_;       // sees one moment
  std::unique_ptr<Database> present_;  // sees what is now
  BackupPlace held_;
  std::unique_ptr<ArchiveWriter> archive_;
  std::vector<Table> tables_;
  BackupHeader header_;
  std::uint64_t done_ = 0;
};

// Anew where a document was deleted between the moment the rows are of and the hold on its file.
Result<Backup::Begun> Backup::begin(bool last) {
  if (auto cleared = held_.clear(); !cleared) return std::unexpected(cleared.error());
  if (auto described = describe(); !described) return std::unexpected(described.error());
  const auto whole = hold_files(last);
  if (!whole) return std::unexpected(whole.error());
  return *whole ? Begun::whole : Begun::anew;
}

Result<void> Backup::describe() {
  auto tables = tables_of(*db_);
  if (!tables) return std::unexpected(tables.error());
  tables_ = std::move(*tables);
  auto schema =
      db_->rows("SELECT name, sha256 FROM liem_migration ORDER BY position", {},
                [](const Row& row) { return BackupHeader::Step{row.text(0), row.text(1)}; });
  if (!schema) return std::unexpected(schema.error());
  header_ = {request_.taken, request_.program, 0, 0, std::move(*schema)};
  for (const auto& table : tables_) {
    const auto rows = count_rows(*db_, table.name);
    if (!rows) return std::unexpected(rows.error());
    header_.rows += *rows;
    if (table.name == "document") header_.files = *rows;
  }
  return {};
}

Result<bool> Backup::hold_files(bool last) {
  bool whole = true;
  if (find_table(tables_, "document") == nullptr) return true;
  const auto done = each_document(*db_, [&](const DocumentRow& document) -> Result<bool> {
    const auto held = hold(document, last);
    if (held) whole = *held;
    return held;
  });
  if (!done) return std::unexpected(done.error());
  return whole;
}

// A link keeps the bytes whoever deletes the file; files are never written to again.
Result<bool> Backup::hold(const DocumentRow& document, bool last) {
  const auto path = document_path(request_.place.folder, document.province, document.id);
  if (::link(path.c_str(), link_of(document).c_str()) == 0) return true;
  if (errno != ENOENT) return not_written(link_of(document), errno);
  const auto still = has_document(*present_, document.province, document.id);
  if (!still) return std::unexpected(still.error());
  return *still || last;  // without its file: a fault, named where it would be written
}

Result<BackupHeader> Backup::write() {
  auto archive = ArchiveWriter::create(request_.file, request_.taken);
  if (!archive) return std::unexpected(archive.error());
  archive_ = std::move(*archive);
  auto done = archive_->add(std::string(header_name), text_of(header_));
  for (const auto& table : tables_) {
    if (done) done = write_table(table);
  }
  if (done && find_table(tables_, "document") != nullptr) {
    done = each_document(*db_, [&](const DocumentRow& document) -> Result<bool> {
      if (auto written = write_file(document); !written) return std::unexpected(written.error());
      return true;
    });
  }
  if (done) done = archive_->finish();
  if (!done) return std::unexpected(done.error());
  return header_;
}

Result<void> Backup::write_table(const Table& table) {
  int number = 0;
  return write_rows(*db_, table, [&](const RowChunk& chunk) {
    const auto name = fmt::format("rows/{}/{:06}.jsonl", table.name, ++number);
    auto added = archive_->add(name, chunk.lines);
    step(chunk.rows, name);
    return added;
  });
}

Result<void> Backup::write_file(const DocumentRow& document) {
  const auto name = fmt::format("{}/{}/{}", documents_folder, document.province, document.id);
  const auto added = archive_->add_file(name, link_of(document));
  if (!added) return std::unexpected(added.error());
  step(1, name);
  const auto path = document_path(request_.place.folder, document.province, document.id).string();
  const Args place{{"file", path}, {"document", document.id}};
  if (!*added) {
    hooks_.fault({std::string(errors::fault_file_missing.id), place});
  } else if ((*added)->sha256 != document.sha256) {
    hooks_.fault({std::string(errors::fault_file_altered.id), place});
  }
  return {};
}

// A database whose migrations are recorded and known.
Result<std::unique_ptr<Database>> open_recorded(const Place& place) {
  auto database = open_database(place, Access::existing);
  if (!database) return database;
  const auto schema = schema_of(**database, shipped_migrations());
  if (!schema) return std::unexpected(schema.error());
  if (!schema->recorded) return fail(errors::unrecorded_schema, {{"file", (*database)->name()}});
  return database;
}

}  // namespace

Result<BackupHeader> back_up(const BackupRequest& request, const BackupHooks& hooks) {
  auto reading = open_recorded(request.place);
  if (!reading) return std::unexpected(reading.error());
  auto present = open_database(request.place, Access::existing);
  if (!present) return std::unexpected(present.error());
  auto held = BackupPlace::take(request.place.folder);
  if (!held) return std::unexpected(held.error());
  return Backup(request, hooks, std::move(*reading), std::move(*present), std::move(*held)).run();
}

}  // namespace liem::storage
