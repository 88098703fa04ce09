#include "http/site.h"

#include <array>
#include <fstream>
#include <iterator>

#include "assessment/digest.h"
#include "http/errors.h"

extern const liem::EmbeddedFile liem_web_files[];
extern const std::size_t liem_web_files_count;

namespace liem::http {
namespace {

namespace fs = std::filesystem;

std::string content_tag(std::string_view bytes) {
  return assessment::sha256_of(bytes).substr(0, 32);
}

std::string_view media_type_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 16> types{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".map", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".wasm", "application/wasm"},
      {".pdf", "application/pdf"},
      {".txt", "text/plain; charset=utf-8"},
  }};
  for (const auto& [ending, type] : types) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

// The build writes "assets/<name>-<hash>.<type>": a changed file has another name.
bool is_hashed(std::string_view name) {
  const auto dash = name.rfind('-');
  const auto dot = name.rfind('.');
  return name.starts_with("assets/") && dash != name.npos && dot != name.npos && dot > dash + 8;
}

}  // namespace

std::span<const EmbeddedFile> embedded_web() { return {liem_web_files, liem_web_files_count}; }

void Site::add(std::string name, std::string bytes) {
  auto tag = content_tag(bytes);
  files_.emplace(std::move(name), File{std::make_shared<const std::string>(std::move(bytes)),
                                       nullptr, std::move(tag)});
}

void Site::pair_compressed() {
  for (auto& [name, file] : files_) {
    if (const auto gz = files_.find(name + ".gz"); gz != files_.end()) file.gzip = gz->second.plain;
  }
  std::erase_if(files_, [this](const auto& entry) {
    const std::string_view name = entry.first;
    return name.ends_with(".gz") && files_.contains(name.substr(0, name.size() - 3));
  });
}

Site Site::from(std::span<const EmbeddedFile> files) {
  Site site;
  for (const auto& file : files) site.add(file.name, std::string(file.bytes()));
  site.pair_compressed();
  return site;
}

Result<Site> Site::from(const fs::path& folder) {
  Site site;
  std::error_code failed;
  for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
       it.increment(failed)) {
    if (!it->is_regular_file()) continue;
    std::ifstream input(it->path(), std::ios::binary);
    site.add(fs::relative(it->path(), folder).generic_string(),
             std::string(std::istreambuf_iterator<char>(input), {}));
  }
  if (failed || !site.files_.contains("index.html")) {
    return fail(errors::no_web_folder, {{"folder", folder.string()}});
  }
  site.pair_compressed();
  return site;
}

Result<Response> Site::answer(const Head& head, const Path& path) const {
  if (head.method != Method::get && head.method != Method::head) {
    return fail(errors::wrong_method, {{"method", method_name(head)}, {"allow", "GET, HEAD"}});
  }
  auto found = files_.find(std::string_view(path.text).substr(1));
  if (found == files_.end()) {
    if (path.text.starts_with("/assets/")) {
      return fail(errors::unknown_path, {{"path", path.text}});
    }
    found = files_.find("index.html");
    if (found == files_.end()) return fail(errors::no_page);
  }
  return respond(head, found->first, found->second);
}

Response Site::respond(const Head& head, const std::string& name, const File& file) const {
  const bool gzip = file.gzip != nullptr && head.accept_encoding.find("gzip") != std::string::npos;
  const std::string tag = '"' + file.tag + (gzip ? "-gz\"" : "\"");
  Response response;
  response.fields = {
      {"ETag", tag},
      {"Cache-Control", is_hashed(name) ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (file.gzip != nullptr) response.fields.emplace_back("Vary", "Accept-Encoding");
  if (head.if_none_match.find(tag) != std::string::npos || head.if_none_match == "*") {
    response.status = 304;
    return response;
  }
  response.fields.emplace_back("Content-Type", media_type_of(name));
  if (gzip) response.fields.emplace_back("Content-Encoding", "gzip");
  response.shared_body = gzip ? file.gzip : file.plain;
  return response;
}

}  // namespace liem::http
