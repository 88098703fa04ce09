// The province's provider of sign-ins as this server knows it: what it says of itself and its keys,
// kept for an hour, read again where a token names a key that is not among them.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "accounts/openid_client.h"
#include "accounts/web_keys.h"
#include "base/error.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode openid_unreachable{"openid.unreachable", ErrorKind::unavailable};
inline constexpr ErrorCode openid_other_issuer{"openid.token_issuer", ErrorKind::unauthenticated};
}  // namespace errors

// What is asked of another server: GET, or POST where there is a form.
struct Errand {
  std::string address, form, authorization;
};
struct Brought {
  int status = 0;
  std::string body;
};
// errors::openid_unreachable
using Carrier = std::function<Result<Brought>(const Errand&)>;

// Shared by all threads.
class OpenidProvider {
 public:
  using Time = std::chrono::sys_seconds;
  static constexpr std::chrono::hours kept_for{1};
  // After a failure nobody waits for the provider again until so much has passed.
  static constexpr std::chrono::seconds pause_after_failure{5};
  // Keys are read so often within a minute at most, whatever tokens say.
  static constexpr std::size_t key_readings_a_minute = 3;

  OpenidProvider(accounts::openid::Client client, Carrier carrier)
      : client_(std::move(client)), carrier_(std::move(carrier)) {}

  const std::string& issuer() const { return client_.issuer; }

  // Where a browser goes to sign in.
  Result<std::string> sign_in_address(const accounts::openid::Secrets& secrets, Time now);

  // What a browser brought back, and what was kept of the sign-in it belongs to.
  struct Return {
    std::string code, issuer;  // the issuer where the provider named itself
    std::string verifier, nonce;
  };
  // Who signed in there.
  Result<std::string> subject_of(const Return& back, Time now);

 private:
  using Metadata = accounts::openid::Metadata;
  using Keys = std::shared_ptr<const std::vector<accounts::openid::WebKey>>;
  template <class T>
  struct Kept {
    T value;
    Time read;
  };
  enum class Wanted { known, newer };

  Result<Metadata> metadata(Time now);
  Result<Keys> keys(const Metadata& metadata, Time now, Wanted wanted);
  Result<std::string> get(const std::string& address);
  Result<std::string> token_for(const Metadata& metadata, const Return& back);

  accounts::openid::Client client_;
  Carrier carrier_;
  std::mutex mutex_;  // held while something is read, so that it is read once
  std::optional<Kept<Metadata>> metadata_;
  std::optional<Kept<Keys>> keys_;
  std::optional<Kept<Error>> failed_;
  std::optional<Error> keys_failed_;
  std::deque<Time> key_readings_;
};

}  // namespace liem::assessment
