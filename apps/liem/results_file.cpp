#include "liem/results_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace liem::app {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace errors {
constexpr ErrorCode not_results{"read.not_results", ErrorKind::bad_input};
constexpr ErrorCode not_writable{"read.not_writable", ErrorKind::unavailable};
}  // namespace errors

std::unexpected<Error> not_writable(const std::string& path) {
  return fail(errors::not_writable, {{"file", path}, {"reason", std::strerror(errno)}});
}

struct Line {
  FileMark mark;
  bool read = false;  // a reading, not an error
};

std::string text_of(const json::object& object, const char* key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::optional<Line> parse_line(const std::string& text) {
  json::error_code failed;
  const auto value = json::parse(text, failed);
  const auto* object = failed ? nullptr : value.if_object();
  const auto* source = object != nullptr ? object->if_contains("source") : nullptr;
  if (source == nullptr || !source->is_object()) return std::nullopt;
  const auto& named = source->as_object();
  const auto* bytes = named.if_contains("bytes");
  Line line;
  line.mark = {text_of(named, "file"), 0, text_of(named, "modified")};
  if (bytes != nullptr && bytes->is_int64()) line.mark.bytes = bytes->as_int64();
  line.read = object->contains("reading");
  return line;
}

// The lines of a former run; `whole` becomes the size of those that end.
Result<std::map<std::string, FileMark>> former_results(const std::string& path,
                                                       std::uintmax_t& whole) {
  std::map<std::string, FileMark> done;
  std::ifstream in(path, std::ios::binary);
  std::string text;
  for (int number = 1; std::getline(in, text); ++number) {
    const bool ended = !in.eof();
    const auto line = ended ? parse_line(text) : std::nullopt;
    if (ended ? !line.has_value() : !text.starts_with("{\"source\":")) {
      return fail(errors::not_results, {{"file", path}, {"line", std::to_string(number)}});
    }
    if (!ended) break;
    whole += text.size() + 1;
    done.erase(line->mark.path);
    if (line->read) done[line->mark.path] = line->mark;
  }
  return done;
}

}  // namespace

std::optional<FileMark> mark_of(const std::string& path) {
  std::error_code failed;
  if (!fs::is_regular_file(path, failed)) return std::nullopt;
  const auto bytes = fs::file_size(path, failed);
  const auto changed = failed ? fs::file_time_type{} : fs::last_write_time(path, failed);
  if (failed) return std::nullopt;
  return FileMark{path, bytes, std::to_string(changed.time_since_epoch().count())};
}

json::object to_json(const FileMark& mark) {
  return {{"file", mark.path},
          {"bytes", static_cast<std::int64_t>(mark.bytes)},
          {"modified", mark.modified}};
}

Result<ResultsFile> ResultsFile::open(const std::string& path) {
  std::map<std::string, FileMark> done;
  std::error_code failed;
  if (fs::is_regular_file(path, failed)) {
    std::uintmax_t whole = 0;
    auto former = former_results(path, whole);
    if (!former) return std::unexpected(former.error());
    done = std::move(*former);
    if (whole < fs::file_size(path, failed)) fs::resize_file(path, whole, failed);
    if (failed) return fail(errors::not_writable, {{"file", path}, {"reason", failed.message()}});
  }
  std::FILE* file = std::fopen(path.c_str(), "ab");
  if (file == nullptr) return not_writable(path);
  ResultsFile results(path, file);
  results.done_ = std::move(done);
  return results;
}

bool ResultsFile::holds(const FileMark& mark) const {
  const auto found = done_.find(mark.path);
  return found != done_.end() && found->second == mark;
}

Result<void> ResultsFile::append(const json::object& line) {
  const std::string text = json::serialize(line) + "\n";
  const bool written = std::fwrite(text.data(), 1, text.size(), file_.get()) == text.size() &&
                       std::fflush(file_.get()) == 0;
  if (!written) return not_writable(path_);
  return {};
}

}  // namespace liem::app
