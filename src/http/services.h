// What the routes work with; wired together by the serve command, by tests with fakes.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "accounts/password_rule.h"
#include "assessment/document_work.h"
#include "assessment/known_viewers.h"
#include "assessment/ledger_watch.h"
#include "assessment/library.h"
#include "assessment/log_changes.h"
#include "assessment/package_export.h"
#include "assessment/repeated_acts.h"
#include "assessment/set_shelf.h"
#include "assessment/sign_in.h"
#include "assessment/store_pool.h"
#include "base/messages.h"
#include "indicators/trend.h"
#include "ledger/checkpoint.h"
#include "workflow/notices.h"

namespace liem::http {

class KeptAnswers;
class Metrics;
struct OpenidDoor;

struct Services {
  assessment::StorePool& stores;
  assessment::Library& library;
  assessment::SignInThrottles& throttles;
  const Catalogue& catalogue;
  std::string province;  // the one this server is for
  std::string version;   // of the program
  std::function<assessment::Time()> now;
  assessment::RandomBytes random;
  assessment::DocumentFiles& files;
  assessment::DocumentFeed& feed;
  assessment::DocumentWork& work;
  extraction::Options opening;  // what a page is drawn with
  const indicators::TrendReference& trends;
  assessment::RepeatedActs& repeated;
  assessment::LedgerWatch& watch;
  const Metrics& metrics;
  std::vector<std::string> metrics_networks;  // who may read them
  assessment::SessionLimits session_limits;
  const accounts::PasswordRule& passwords;
  assessment::LogChanges& round_changes;
  assessment::KnownViewers& viewers;
  KeptAnswers& kept;
  const workflow::Workflow& flow;
  const assessment::SetShelf& shelf;
  const workflow::Notices& notices;
  bool sends_mail = false;       // whether notices can go out by e-mail
  OpenidDoor* openid = nullptr;  // set where people may sign in at the province's provider
  // What workbooks are signed with, and must be signed with; nothing: they are not.
  std::optional<ledger::SecretKey> sheet_key{};
  // Where the server has a key for packages: makes one, in a file of its own that whoever asked
  // removes.
  std::function<Result<std::string>(const assessment::RoundPlace&,
                                    const assessment::PreparedPackage&)>
      make_package{};
};

}  // namespace liem::http
