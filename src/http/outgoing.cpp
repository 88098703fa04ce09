#include "http/outgoing.h"

#include <curl/curl.h>
#include <openssl/ssl.h>

#include <memory>

#include "http/curl_parts.h"

namespace liem::http {
namespace {

constexpr long longest_connecting = 3000, longest_whole = 5000;  // milliseconds
constexpr std::size_t longest_body = std::size_t{256} << 10;     // bytes

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Header = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

std::size_t take(const char* bytes, std::size_t one, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  const std::size_t size = one * count;
  if (body.size() + size > longest_body) return 0;  // ends it with CURLE_WRITE_ERROR
  body.append(bytes, size);
  return size;
}

Result<assessment::Brought> unreachable(std::string reason) {
  return fail(assessment::errors::openid_unreachable, {{"reason", std::move(reason)}});
}

void limit_to(CURL* handle) {
  set_option(handle, CURLOPT_NOSIGNAL, 1L);
  set_option(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set_option(handle, CURLOPT_CONNECTTIMEOUT_MS, longest_connecting);
  set_option(handle, CURLOPT_TIMEOUT_MS, longest_whole);
  set_option(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set_option(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set_option(handle, CURLOPT_SSL_VERIFYHOST, 2L);
}

void address(CURL* handle, const std::string& address) {
  const bool plain = address.starts_with("http://");
  set_option(handle, CURLOPT_URL, address.c_str());
  set_option(handle, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
  if (plain) set_option(handle, CURLOPT_PROXY, "");
}

}  // namespace

Result<Outgoing> Outgoing::open(std::string authorities) {
  LIEM_CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);  // before there are threads
  if (!authorities.empty()) {
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
    if (SSL_CTX_load_verify_locations(context.get(), authorities.c_str(), nullptr) != 1) {
      return fail(errors::bad_authorities, {{"file", authorities}});
    }
  }
  return Outgoing(std::move(authorities));
}

Result<assessment::Brought> Outgoing::carry(const assessment::Errand& errand) const {
  const Handle handle(curl_easy_init(), &curl_easy_cleanup);
  if (!handle) return unreachable("libcurl");
  limit_to(handle.get());
  address(handle.get(), errand.address);
  if (!authorities_.empty()) set_option(handle.get(), CURLOPT_CAINFO, authorities_.c_str());
  Header header(curl_slist_append(nullptr, "Accept: application/json"), &curl_slist_free_all);
  if (!errand.authorization.empty()) {
    const std::string field = "Authorization: " + errand.authorization;
    curl_slist_append(header.get(), field.c_str());
  }
  set_option(handle.get(), CURLOPT_HTTPHEADER, header.get());
  if (!errand.form.empty()) {
    set_option(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(errand.form.size()));
    set_option(handle.get(), CURLOPT_POSTFIELDS, errand.form.c_str());
  }
  assessment::Brought brought;
  set_option(handle.get(), CURLOPT_WRITEFUNCTION, &take);
  set_option(handle.get(), CURLOPT_WRITEDATA, static_cast<void*>(&brought.body));
  const WithoutPipeSignal quiet;
  const CURLcode done = curl_easy_perform(handle.get());
  if (done == CURLE_WRITE_ERROR) return unreachable("> 256 KiB");
  if (done != CURLE_OK) return unreachable(curl_easy_strerror(done));
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  brought.status = static_cast<int>(status);
  return brought;
}

}  // namespace liem::http
