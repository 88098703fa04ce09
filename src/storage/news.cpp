#include "storage/news.h"

#include <fmt/format.h>
#include <poll.h>

#include <optional>

#include "storage/postgres_connection.h"

namespace liem::storage {
namespace {

using assessment::News;

constexpr std::chrono::milliseconds patience{5000};

// "<what> <document> <province>": the last may hold anything.
std::string payload(const std::string& province, const std::string& document, NewsOf news) {
  return fmt::format("{} {} {}", news == NewsOf::work ? "work" : "progress", document, province);
}

class PostgresNews final : public News {
 public:
  PostgresNews(PostgresAddress address, std::string province)
      : address_(std::move(address)), province_(std::move(province)) {}

  Result<Heard> next(std::chrono::milliseconds at_most) override {
    if (!connection_ || !connection_->alive()) return listen();
    pollfd readable{connection_->socket(), POLLIN, 0};
    if (::poll(&readable, 1, static_cast<int>(at_most.count())) <= 0) return Heard{};
    Heard heard;
    for (const auto& said : connection_->notices()) take(said, heard);
    if (!connection_->alive()) return listen();
    return heard;
  }

 private:
  Result<Heard> listen() {
    connection_.reset();
    auto opened = PostgresConnection::open(address_, patience);
    if (!opened) return std::unexpected(opened.error());
    if (auto asked = opened->ask("LISTEN liem_document"); !asked) {
      return std::unexpected(asked.error());
    }
    connection_.emplace(std::move(*opened));
    return Heard{.documents = {}, .work = true, .missed = true};
  }

  void take(std::string_view said, Heard& heard) const {
    const auto first = said.find(' ');
    const auto second = said.find(' ', first + 1);
    if (second == std::string_view::npos || said.substr(second + 1) != province_) return;
    heard.documents.emplace_back(said.substr(first + 1, second - first - 1));
    heard.work = heard.work || said.substr(0, first) == "work";
  }

  PostgresAddress address_;
  std::string province_;
  std::optional<PostgresConnection> connection_;
};

}  // namespace

Result<void> announce(Database& database, const std::string& province, const std::string& document,
                      NewsOf news) {
  if (database.engine() != Engine::postgresql) return {};
  const auto told = database.row("SELECT pg_notify('liem_document', ?)",
                                 {payload(province, document, news)}, [](const Row&) { return 0; });
  if (!told) return std::unexpected(told.error());
  return {};
}

Result<std::unique_ptr<News>> open_news(const Place& place, const std::string& province) {
  if (place.database.empty()) return nullptr;
  auto address = PostgresAddress::parse(place.database);
  if (!address) return std::unexpected(address.error());
  return std::make_unique<PostgresNews>(std::move(*address), province);
}

}  // namespace liem::storage
