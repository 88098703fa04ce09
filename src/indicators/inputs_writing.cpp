#include "indicators/inputs_writing.h"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

namespace liem::indicators {
namespace {

// A text in double quotes; JSON's way of quoting is one of YAML's.
std::string quoted(const std::string& text) {
  return boost::json::serialize(boost::json::string(text));
}

std::string value_text(const Answer& answer) {
  if (const auto* yes = std::get_if<bool>(&answer.value)) return *yes ? "true" : "false";
  // Three decimals would be read as grouped thousands.
  const Decimal& number = answer.number();
  return number.scale() == 3 ? number.to_fixed(4) : number.to_string();
}

std::string source_text(const Source& source) {
  std::string out;
  if (source.kind != SourceKind::none && !source.text.empty()) {
    out = fmt::format("{}: {}", name_of(source.kind), quoted(source.text));
  }
  if (!source.note.empty()) {
    out += fmt::format("{}note: {}", out.empty() ? "" : ", ", quoted(source.note));
  }
  return out;
}

std::string answer_text(const Answer& answer) {
  const bool given = answer.state == AnswerState::given;
  // A value without a source comes from the form, as its short way of writing says.
  const bool from_form = answer.source.kind == SourceKind::form && answer.source.text.empty() &&
                         answer.source.note.empty();
  const std::string source = source_text(answer.source);
  if (given && from_form && !answer.day) return value_text(answer);
  std::string out =
      given ? "value: " + value_text(answer) : fmt::format("state: {}", name_of(answer.state));
  if (!answer.ground.empty()) out += ", ground: " + quoted(answer.ground);
  if (!from_form && (given || !source.empty())) out += ", source: {" + source + "}";
  if (answer.day) out += ", day: " + to_iso(*answer.day);
  return "{" + out + "}";
}

using Answers = std::map<std::string, Answer, std::less<>>;
using SelfPoints = std::map<std::string, Decimal, std::less<>>;

std::string both_maps(const Answers& answers, const SelfPoints& self, const std::string& indent) {
  std::string out;
  if (!answers.empty()) out += indent + "inputs:\n";
  for (const auto& [id, answer] : answers) {
    out += fmt::format("{}  {}: {}\n", indent, quoted(id), answer_text(answer));
  }
  if (!self.empty()) out += indent + "self:\n";
  for (const auto& [code, points] : self) {
    out += fmt::format("{}  {}: {}\n", indent, quoted(code), points.to_string());
  }
  return out;
}

}  // namespace

std::string inputs_yaml(const Inputs& inputs) {
  std::string out = fmt::format("set: {}\n", quoted(inputs.set));
  out += both_maps(inputs.answers, inputs.self, "");
  if (!inputs.earlier.empty()) out += "earlier:\n";
  for (const auto& earlier : inputs.earlier) {
    out += fmt::format("  - set: {}\n", quoted(earlier.set));
    out += both_maps(earlier.answers, earlier.self, "    ");
  }
  return out;
}

}  // namespace liem::indicators
