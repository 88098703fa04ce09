#include "extraction/pdf_signatures.h"

#include <algorithm>

#include "base/utf8.h"

namespace liem::extraction {
namespace {

constexpr int exit_unsigned = 2;
constexpr std::string_view no_time = "Jan 01 1970 00:00:00";  // printed where none was signed

SignatureState state_of(std::string_view verdict) {
  if (verdict == "Signature is Valid.") return SignatureState::valid;
  if (verdict == "Signature is Invalid." || verdict == "Digest Mismatch.") {
    return SignatureState::broken;
  }
  return SignatureState::unclear;
}

CertificateState certificate_of(std::string_view verdict) {
  if (verdict == "Certificate is Trusted.") return CertificateState::trusted;
  if (verdict.starts_with("Certificate issuer") || verdict.starts_with("Certificate has")) {
    return CertificateState::untrusted;
  }
  return CertificateState::not_checked;
}

std::string checked(std::string_view words) {
  return utf8::find_invalid(words) == std::string_view::npos ? std::string(words) : "";
}

}  // namespace

Result<std::vector<Signature>> read_signatures(const ToolRun& pdfsig) {
  if (pdfsig.end == ToolEnd::failed && pdfsig.exit_code == exit_unsigned) return {};
  if (pdfsig.end != ToolEnd::finished) return failure_of(pdfsig);
  std::vector<Signature> signatures;
  bool covered = true;  // the signature read last covers the whole file
  for (std::string_view rest = pdfsig.out; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.starts_with("Signature #")) {
      signatures.emplace_back();
      covered = false;
    }
    if (signatures.empty() || !line.starts_with("  - ")) continue;
    line.remove_prefix(4);
    const auto colon = line.find(": ");
    const auto name = line.substr(0, colon);
    const auto value = colon == std::string_view::npos ? "" : line.substr(colon + 2);
    auto& signature = signatures.back();
    if (name == "Signer Certificate Common Name") signature.signer = checked(value);
    if (name == "Signing Time" && value != no_time) signature.time = checked(value);
    if (name == "Signature Validation") signature.state = state_of(value);
    if (name == "Certificate Validation") signature.certificate = certificate_of(value);
    if (name == "Total document signed") covered = true;
  }
  // Each signature covers what stood when it was made; only behind the last may nothing stand.
  if (!covered && signatures.back().state == SignatureState::valid) {
    signatures.back().state = SignatureState::added_to;
  }
  return signatures;
}

std::string_view to_string(SignatureState state) {
  switch (state) {
    case SignatureState::valid:
      return "valid";
    case SignatureState::added_to:
      return "added_to";
    case SignatureState::broken:
      return "broken";
    case SignatureState::unclear:
      return "unclear";
  }
  LIEM_CHECK(false);
}

std::string_view to_string(CertificateState state) {
  switch (state) {
    case CertificateState::trusted:
      return "trusted";
    case CertificateState::untrusted:
      return "untrusted";
    case CertificateState::not_checked:
      return "not_checked";
  }
  LIEM_CHECK(false);
}

}  // namespace liem::extraction
