// A formula of an indicator set: refused at a place within it, or evaluated and printed.
#include "base/utf8.h"
#include "fuzz/data.h"
#include "indicators/expression/evaluate.h"

namespace {

using namespace liem;

const figures::ItemCatalogue& items() {
  static const auto loaded =
      figures::load_items(fuzz::file_text("data/figures/pctn.yaml"), "pctn.yaml").value();
  return loaded;
}

// A value for every item that the formula reads, in every state, as the bytes of the formula say.
indicators::Inputs answers(const indicators::Expression& expression) {
  indicators::Inputs inputs;
  std::size_t turn = expression.text.size();
  for (const auto& id : indicators::items_of(expression)) {
    indicators::Answer answer;
    answer.state = static_cast<indicators::AnswerState>(++turn % 4);
    if (answer.state == indicators::AnswerState::given) {
      const bool yes_no = items().find(id)->unit.kind == figures::UnitKind::yes_no;
      if (yes_no) answer.value = turn % 3 == 0;
      if (!yes_no) answer.value = Decimal(static_cast<std::int64_t>(turn % 101));
    }
    inputs.answers.insert_or_assign(id, std::move(answer));
  }
  return inputs;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  if (utf8::find_invalid(text) != std::string_view::npos) return 0;  // no YAML holds it
  const auto read = indicators::read_expression(text, items());
  if (!read) {
    LIEM_CHECK(read.error().column >= 1 && read.error().column <= size + 1);
    Message message{std::string(read.error().code.id), read.error().args};
    message.args.insert(message.args.end(), {{"file", "f"}, {"line", "1"}, {"column", "1"}});
    fuzz::check_words(message);
    return 0;
  }
  const auto inputs = answers(*read);
  const auto value = indicators::evaluate(*read, inputs);
  const auto range = indicators::range_of(*read);
  const bool number = read->quantity().kind != indicators::Quantity::Kind::yes_no;
  if (number && value.state == indicators::Evaluated::State::given) {
    LIEM_CHECK(!range.low || *range.low <= value.number);
    LIEM_CHECK(!range.high || value.number <= *range.high);
  }
  for (const auto shown : {indicators::Shown::names, indicators::Shown::values}) {
    const auto words =
        indicators::say(indicators::formula_sentence(*read, items(), inputs, shown), fuzz::words());
    LIEM_CHECK(!words.vi.empty() && utf8::find_invalid(words.vi) == std::string::npos);
  }
  return 0;
}
