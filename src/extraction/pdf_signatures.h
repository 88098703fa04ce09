// What pdfsig says about a PDF's signatures, as values.
#pragma once

#include "extraction/tools.h"

namespace liem::extraction {

// Empty where nothing is signed.
Result<std::vector<Signature>> read_signatures(const ToolRun& pdfsig);

std::string_view to_string(SignatureState state);
std::string_view to_string(CertificateState state);

}  // namespace liem::extraction
