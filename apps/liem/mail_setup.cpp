#include "liem/mail_setup.h"

#include "http/mail_delivery.h"

namespace liem::app {
namespace {

using http::MailServer;
using settings::Settings;

Result<void> check_mail(const Settings& settings) {
  for (const auto* name : {"mail.sender", "mail.page_address"}) {
    const auto* const key = settings::key_named(name);
    LIEM_CHECK(key != nullptr);
    if (!settings::written(*key, settings).empty()) continue;
    return fail(errors::mail_incomplete,
                {{"key", name}, {"environment", settings::environment_name(*key)}});
  }
  if (auto sender = assessment::checked_address(settings.mail_sender); !sender) {
    return std::unexpected(sender.error());
  }
  const auto& page = settings.mail_page_address;
  if (!page.starts_with("https://") && !page.starts_with("http://")) {
    return fail(errors::mail_page_address);
  }
  const bool open_password = !settings.mail_user.empty() && settings.mail_security == "none";
  return open_password ? fail(errors::mail_open_password) : Result<void>{};
}

MailServer server_of(const Settings& settings) {
  const auto security = settings.mail_security == "tls"    ? MailServer::Security::tls
                        : settings.mail_security == "none" ? MailServer::Security::none
                                                           : MailServer::Security::starttls;
  return {settings.mail_host, settings.mail_port,     security,
          settings.mail_user, settings.mail_password, settings.mail_authorities};
}

}  // namespace

Result<std::optional<assessment::MailWay>> mail_way(const Settings& settings) {
  if (settings.mail_host.empty()) return std::nullopt;
  if (auto good = check_mail(settings); !good) return std::unexpected(good.error());
  http::prepare_mail();
  std::string page = settings.mail_page_address;
  while (page.ends_with('/')) page.pop_back();
  return assessment::MailWay{settings.mail_sender, std::move(page),
                             [server = server_of(settings)](const assessment::Mail& mail) {
                               return http::deliver(server, mail);
                             }};
}

}  // namespace liem::app
