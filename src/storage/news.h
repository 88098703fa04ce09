// Changes of documents told among the processes of one PostgreSQL database (LISTEN, NOTIFY).
#pragma once

#include <memory>
#include <string>

#include "assessment/news.h"
#include "storage/open_store.h"

namespace liem::storage {

enum class NewsOf { progress, work };  // something to show; also something to take

// Part of the transaction under way: heard once it is kept. Nothing on SQLite, whose one machine
// looks for itself.
Result<void> announce(Database& database, const std::string& province, const std::string& document,
                      NewsOf news);

// For one thread. Null on SQLite. A connection that is lost is made anew, and what was not heard
// meanwhile is `missed`; so is all that was before the first next().
Result<std::unique_ptr<assessment::News>> open_news(const Place& place,
                                                    const std::string& province);

}  // namespace liem::storage
