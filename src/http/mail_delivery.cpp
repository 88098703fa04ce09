#include "http/mail_delivery.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "http/curl_parts.h"

namespace liem::http {
namespace {

constexpr long longest_greeting = 15'000;  // milliseconds

struct Upload {
  std::string bytes;
  std::size_t sent = 0;
  bool whole() const { return sent == bytes.size(); }
};

std::size_t give(char* into, std::size_t one, std::size_t count, void* from) {
  auto& upload = *static_cast<Upload*>(from);
  const auto size = std::min(one * count, upload.bytes.size() - upload.sent);
  std::memcpy(into, upload.bytes.data() + upload.sent, size);
  upload.sent += size;
  return size;
}

void address(CURL* handle, const MailServer& server) {
  const bool tls = server.security == MailServer::Security::tls;
  const auto url = (tls ? "smtps://" : "smtp://") + server.host + ":" + std::to_string(server.port);
  set_option(handle, CURLOPT_URL, url.c_str());
  set_option(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set_option(handle, CURLOPT_PROXY, "");
  const bool plain = server.security == MailServer::Security::none;
  set_option(handle, CURLOPT_USE_SSL, static_cast<long>(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  if (!server.authorities.empty()) {
    set_option(handle, CURLOPT_CAINFO, server.authorities.c_str());
  }
  if (server.user.empty()) return;
  set_option(handle, CURLOPT_USERNAME, server.user.c_str());
  set_option(handle, CURLOPT_PASSWORD, server.password.c_str());
}

void bound(CURL* handle) {
  set_option(handle, CURLOPT_NOSIGNAL, 1L);
  set_option(handle, CURLOPT_CONNECTTIMEOUT_MS, longest_greeting);
  set_option(handle, CURLOPT_TIMEOUT_MS, longest_mail_delivery);
  set_option(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set_option(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set_option(handle, CURLOPT_SSL_VERIFYHOST, 2L);
}

// By what the server last said, where it said something.
Result<void> refusal(CURLcode done, long said, const Upload& upload) {
  const Args reason{{"reason", std::string(curl_easy_strerror(done)) +
                                   (said > 0 ? " (" + std::to_string(said) + ")" : "")}};
  constexpr long put_off = 400, refused = 500, beyond = 600;
  // A wrong password is the installation's: other mail waits for it to be mended too.
  if (done == CURLE_LOGIN_DENIED) return fail(errors::mail_put_off, reason);
  if (said >= refused && said < beyond) return fail(errors::mail_refused, reason);
  if (said >= put_off && said < refused) return fail(errors::mail_put_off, reason);
  if (upload.whole()) return fail(errors::mail_unknown, reason);
  return fail(errors::mail_unreachable, reason);
}

}  // namespace

void prepare_mail() { LIEM_CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK); }

Result<void> deliver(const MailServer& server, const assessment::Mail& mail) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(),
                                                                   &curl_easy_cleanup);
  if (!handle) return fail(errors::mail_unreachable, {{"reason", "libcurl"}});
  bound(handle.get());
  address(handle.get(), server);
  const std::string from = "<" + mail.from + ">", to = "<" + mail.to + ">";
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
      curl_slist_append(nullptr, to.c_str()), &curl_slist_free_all);
  set_option(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
  set_option(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
  Upload upload{assessment::mail_bytes(mail)};
  set_option(handle.get(), CURLOPT_UPLOAD, 1L);
  set_option(handle.get(), CURLOPT_READFUNCTION, &give);
  set_option(handle.get(), CURLOPT_READDATA, static_cast<void*>(&upload));
  const WithoutPipeSignal quiet;
  const CURLcode done = curl_easy_perform(handle.get());
  if (done == CURLE_OK) return {};
  long said = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &said);
  return refusal(done, said, upload);
}

}  // namespace liem::http
