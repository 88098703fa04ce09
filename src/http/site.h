// The page's files, held in memory: looked up, never opened by a name a stranger chose.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "base/embedded.h"
#include "base/error.h"
#include "http/message.h"
#include "http/path.h"

namespace liem::http {

// The page linked into the program (web/dist at configure time); empty where it was not built.
std::span<const EmbeddedFile> embedded_web();

class Site {
 public:
  static Site from(std::span<const EmbeddedFile> files);
  static Result<Site> from(const std::filesystem::path& folder);  // errors::no_web_folder

  // A file; `index.html` for a path of the page's own router; errors::unknown_path below /assets/,
  // errors::no_page where there is no page at all. 304 where If-None-Match fits.
  Result<Response> answer(const Head& head, const Path& path) const;

 private:
  struct File {
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> gzip;  // from a ".gz" beside it; may be absent
    std::string tag;                          // of the plain bytes
  };
  void add(std::string name, std::string bytes);
  void pair_compressed();
  Response respond(const Head& head, const std::string& name, const File& file) const;

  std::map<std::string, File, std::less<>> files_;
};

}  // namespace liem::http
