#include "indicators/expression/expression.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "indicators/expression/evaluate.h"
#include "indicators/testing_set.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;
using Kind = Quantity::Kind;
using State = Evaluated::State;

Expression read(const std::string& text) { return read_expression(text, items()).value(); }

// What is wrong with `text`, in English, without the file and line that the set's reader adds.
std::string refusal(const std::string& text, const LegalDay* legal = nullptr) {
  const auto read = read_expression(text, items(), legal);
  if (read) return "";
  Message message{std::string(read.error().code.id), read.error().args};
  for (const char* name : {"file", "line"}) message.args.emplace_back(name, "x");
  message.args.emplace_back("column", std::to_string(read.error().column));
  return catalogue().render(message, Locale::en).substr(std::string("x:x: ").size());
}

Inputs answers(const std::string& flow) {
  return load_inputs("set: small\ninputs: " + flow, "i",
                     set_with("{kind: documented, input: t.yes}"))
      .value();
}

Evaluated value(const std::string& text, const std::string& flow) {
  return evaluate(read(text), answers(flow));
}

std::vector<std::string> lacking(const std::string& text, const std::string& flow) {
  const Expression expression = read(text);
  std::vector<std::string> ids;
  for (const auto* node : evaluate(expression, answers(flow)).lacking) ids.push_back(node->item);
  return ids;
}

Rational number(const std::string& text, const std::string& flow = "{}") {
  const auto result = value(text, flow);
  EXPECT_EQ(result.state, State::given) << text;
  return result.number;
}

std::string printed(const std::string& text, const std::string& flow, Locale locale, Shown shown) {
  const auto words = say(formula_sentence(read(text), items(), answers(flow), shown), catalogue());
  return locale == Locale::vi ? words.vi : words.en;
}

TEST(Expression, ComputesExactlyAndMultipliesBeforeItAdds) {
  EXPECT_EQ(number("1 + 2 * 3"), Rational(7));
  EXPECT_EQ(number("(1 + 2) * 3"), Rational(9));
  EXPECT_EQ(number("7 - 2 - 1"), Rational(4));
  EXPECT_EQ(number("-2 * -(1 + 0.5)"), Rational(3));
  EXPECT_EQ(number("1 / 3 + 1 / 3 + 1 / 3"), Rational(1));
  EXPECT_EQ(number("min(3, 1, 2) + max(3, 1, 2)"), Rational(4));
}

TEST(Expression, ReadsAPercentageAsAShare) {
  EXPECT_EQ(number("ratio(t.done, t.due)", "{t.done: 3, t.due: 4}"), Rational(dec("0.75")));
  EXPECT_TRUE(value("ratio(t.done, t.due) >= 75%", "{t.done: 3, t.due: 4}").yes);
  EXPECT_EQ(number("t.share * 4", "{t.share: 50}"), Rational(2));
  EXPECT_EQ(read("ratio(t.done, t.due) + 10%").quantity().kind, Kind::share);
  EXPECT_EQ(read("ratio(t.done, t.due) * 4").quantity().kind, Kind::number);
}

TEST(Expression, CountsHowManyAreYes) {
  EXPECT_EQ(number("count(t.yes, t.also, t.done > 1)", "{t.yes: true, t.also: false, t.done: 2}"),
            Rational(2));
}

TEST(Expression, BindsNotBeforeAndBeforeOr) {
  const std::string given = "{t.yes: true, t.also: false}";
  EXPECT_TRUE(value("t.yes or t.yes and t.also", given).yes);
  EXPECT_TRUE(value("not t.also and t.yes", given).yes);
  EXPECT_FALSE(value("not (t.also or t.yes)", given).yes);
}

TEST(Expression, AsksOfAConditionOnlyTheBranchItChooses) {
  EXPECT_EQ(number("if(t.yes, t.done, t.due)", "{t.yes: true, t.done: 3}"), Rational(3));
  EXPECT_EQ(value("if(t.yes, t.done, t.due)", "{t.yes: false, t.done: 3}").state, State::blank);
  EXPECT_THAT(lacking("if(t.yes, t.done, t.due)", "{t.done: 3, t.due: 3}"), ElementsAre("t.yes"));
  EXPECT_EQ(number("if(t.due > 0, t.done / t.due, 1)", "{t.due: 0}"), Rational(1));
}

TEST(Expression, DecidesAndAndOrByTheSideThatDecides) {
  EXPECT_FALSE(value("t.yes and t.also", "{t.also: false}").yes);
  EXPECT_EQ(value("t.yes and t.also", "{t.also: false}").state, State::given);
  EXPECT_EQ(value("t.yes or t.also", "{t.also: false}").state, State::blank);
  EXPECT_TRUE(value("t.yes or t.also", "{t.also: true}").yes);
}

TEST(Expression, LetsNotApplicableOutweighNotAvailableAndThatOutweighBlank) {
  const std::string sum = "t.done + t.due";
  const std::string none = "{state: not_applicable, ground: g}";
  EXPECT_EQ(value(sum, "{t.done: " + none + ", t.due: {state: not_available}}").state,
            State::not_applicable);
  EXPECT_EQ(value(sum, "{t.due: {state: not_available}}").state, State::not_available);
  EXPECT_EQ(value(sum, "{t.done: 0}").state, State::blank);
  EXPECT_THAT(lacking("t.done + t.due + t.done", "{}"), ElementsAre("t.done", "t.due"));
}

TEST(Expression, TakesDivisionByZeroForNoOccurrence) {
  const auto none = value("t.done / t.due", "{t.done: 0, t.due: 0}");
  EXPECT_EQ(none.state, State::no_occurrence);
  EXPECT_EQ(value("ratio(t.done, t.due)", "{t.due: 0}").state, State::no_occurrence);
  EXPECT_EQ(value("ratio(t.done, t.due)", "{t.due: 0, t.done: {state: not_available}}").state,
            State::not_available);
  EXPECT_EQ(value("t.due / t.due + t.done / t.done", "{t.due: 0}").state, State::blank);
  EXPECT_EQ(value("1 / 0", "{}").state, State::no_occurrence);
  EXPECT_TRUE(read("1 / 0").may_divide_by_zero());
  EXPECT_FALSE(read("t.done / 2").may_divide_by_zero());
}

TEST(Expression, RefusesToAddCompareOrChooseBetweenUnlikeUnits) {
  EXPECT_EQ(refusal("t.done + t.paid"),
            "column 1: in “t.done + t.paid”, “t.done” is measured in tasks, “t.paid” in đồng; "
            "unlike units cannot be added, compared or chosen between, bring both to one");
  const auto refused = [](const std::string& text) {
    const auto said = refusal(text);
    return said.find("is measured in") != std::string::npos &&
           said.find("unlike units cannot be added") != std::string::npos;
  };
  EXPECT_TRUE(refused("t.done < t.settled"));  // tasks and requests
  EXPECT_TRUE(refused("t.days = t.done"));
  EXPECT_TRUE(refused("min(t.paid, t.days)"));
  EXPECT_TRUE(refused("if(t.yes, t.index, t.level)"));
  EXPECT_TRUE(refused("number(t.done) + t.due"));
  EXPECT_TRUE(refused("t.share + t.index"));
  EXPECT_EQ(refusal("ratio(t.done, t.settled)"), "");  // declarations per person are a share too
}

TEST(Expression, RefusesAProductOfTwoUnitsInWordsOfItsOwn) {
  EXPECT_EQ(refusal("t.paid * t.paid"),
            "column 1: in “t.paid * t.paid”, “t.paid” is measured in đồng, “t.paid” in đồng; the "
            "product of two units means nothing, multiply by a plain number or a share such as "
            "ratio(…)");
  EXPECT_NE(refusal("t.done * t.due").find("product of two units"), std::string::npos);
}

TEST(Expression, RefusesAQuotientOfUnlikeUnitsInWordsOfItsOwn) {
  EXPECT_EQ(refusal("t.done / t.paid"),
            "column 1: in “t.done / t.paid”, “t.done” is measured in tasks, “t.paid” in đồng; "
            "divide by the same unit or by a plain number only, change one of the two");
  EXPECT_NE(refusal("ratio(t.done, t.paid)").find("divide by the same unit"), std::string::npos);
}

TEST(Expression, LetsAWrittenNumberTakeTheUnitBesideIt) {
  EXPECT_EQ(read("t.paid + 5 * 1000").quantity().kind, Kind::money);
  EXPECT_EQ(read("max(t.days, 30)").quantity().kind, Kind::days);
  EXPECT_EQ(read("t.done / t.due").quantity().kind, Kind::number);
  EXPECT_EQ(read("t.paid / 2").quantity().kind, Kind::money);
  EXPECT_EQ(read("number(t.done) * 0.5").quantity().kind, Kind::number);
  EXPECT_TRUE(value("t.done >= 10", "{t.done: 10}").yes);
}

TEST(Expression, RefusesYesAndNoWhereANumberIsWantedAndBack) {
  EXPECT_EQ(refusal("t.yes + 1"),
            "column 1: “t.yes” is measured in yes/no, a number is wanted here; use a value of that "
            "kind");
  EXPECT_EQ(refusal("count(t.yes, t.done)"),
            "column 14: “t.done” is measured in tasks, yes/no is wanted here; use a value of that "
            "kind");
  EXPECT_EQ(refusal("if(1, 2, 3)").substr(0, 9), "column 4:");
  EXPECT_EQ(refusal("not t.done").substr(0, 9), "column 5:");
}

TEST(Expression, NamesTheColumnInCharactersOfWhatCannotStand) {
  EXPECT_EQ(refusal("t.done + “x”"),
            "column 10: ““” has no meaning in an expression; remove it or use + - * / < > = ( ) , "
            "%");
  EXPECT_EQ(refusal("t.done + * 2"),
            "column 10: “*” cannot stand here; wanted: 0.5, 80%, a data item, ratio(…), if(…), (");
  EXPECT_EQ(refusal("t.done 2"), "column 8: “2” cannot stand here; wanted: + - * / < = > and or");
  EXPECT_EQ(refusal("min(1, 2"), "column 9: the expression ends too early; wanted: , )");
  EXPECT_EQ(refusal(""),
            "column 1: the expression ends too early; wanted: 0.5, 80%, a data item, "
            "ratio(…), if(…), (");
  EXPECT_EQ(refusal("1 < 2 < 3"), "column 7: “<” cannot stand here; wanted: + - * / < = > and or");
  EXPECT_EQ(refusal("1.2.3"),
            "column 1: “1.2.3” is no number to use; write one such as 12 or 0.5, "
            "at most 18 digits and 6 decimals");
  EXPECT_EQ(refusal("t.nothing"),
            "column 1: there is no data item “t.nothing”; see the catalogue in data/figures");
}

TEST(Expression, NamesTheFunctionsThereAre) {
  EXPECT_EQ(refusal("2 * sum(t.done)"),
            "column 5: there is no function “sum”; functions: ratio, count, min, max, if, number, "
            "law; "
            "the id of a data item has a dot");
  EXPECT_EQ(refusal("ratio(t.done)"),
            "column 1: “ratio” takes 2 to 2 values, here are 1; add or remove some");
}

TEST(Expression, TakesWhatTheLawSaysOnTheSetsDay) {
  const auto parameters = legal_parameters();
  const LegalDay day{parameters, *parse_iso_date("2024-12-15")};
  const auto share =
      read_expression("ratio(t.done, t.due) >= law(verification.units)", items(), &day);
  ASSERT_TRUE(share);
  EXPECT_TRUE(evaluate(*share, answers("{t.done: 1, t.due: 5}")).yes);
  EXPECT_EQ(share->law.at(0).basis, "Nghị định số 130/2020/NĐ-CP, Điều 15");
  EXPECT_EQ(read_expression("t.paid - law(declaration.asset_min)", items(), &day)->quantity().kind,
            Kind::money);
  const auto words =
      say(formula_sentence(*share, items(), answers("{}"), Shown::names), catalogue());
  EXPECT_EQ(words.en, "“done” ÷ “due” ≥ “Agencies under control verified each year, at least”");
}

TEST(Expression, RefusesWorkingDaysOfTheLawBesideDays) {
  const auto parameters = legal_parameters();
  const LegalDay day{parameters, *parse_iso_date("2024-12-15")};
  EXPECT_NE(refusal("t.days <= law(tip.notify)", &day)
                .find("measured in days, “law(tip.notify)” in working days"),
            std::string::npos)
      << refusal("t.days <= law(tip.notify)", &day);
  EXPECT_EQ(refusal("number(t.days) <= number(law(tip.notify))", &day), "") << "said on purpose";
  EXPECT_EQ(refusal("t.days <= law(staff_report.handle)", &day), "");
}

TEST(Expression, RefusesALegalParameterThatIsNotThereOrNoNumber) {
  const auto parameters = legal_parameters();
  const LegalDay day{parameters, *parse_iso_date("2015-12-15")};
  EXPECT_EQ(refusal("law(l.none) + 1", &day),
            "column 1: there is no legal parameter “l.none”; see data/law");
  EXPECT_EQ(
      refusal("1 + law(verification.units)", &day),
      "column 5: no value of “verification.units” holds on 2015-12-15; correct law_on or data/law");
  const LegalDay later{parameters, *parse_iso_date("2024-12-15")};
  EXPECT_EQ(refusal("law(verification.plan_by) + 1", &later),
            "column 1: “verification.plan_by” is 01-31, which is no money, days, share or count to "
            "compute with");
  EXPECT_EQ(refusal("law(5)", &day),
            "column 5: “5” cannot stand here; wanted: declaration.asset_min");
  EXPECT_NE(refusal("t.done + law(declaration.asset_min)", &later)
                .find("“law(declaration.asset_min)” in đồng"),
            std::string::npos);
  EXPECT_EQ(refusal("law(l.share)"),
            "column 1: law(l.share) needs the day on which the value is taken and the law's data; "
            "give the set a “law_on”");
}

TEST(Expression, IsBoundedInLengthAndDepth) {
  EXPECT_EQ(refusal(std::string(2001, ' ')),
            "the expression has 2001 bytes, at most 2000 are allowed; split it into criteria or "
            "data items");
  const std::string deep = "is nested more than 60 deep";
  for (const auto& text :
       {std::string(900, '(') + "1" + std::string(900, ')'), std::string(1000, '-') + "1"}) {
    EXPECT_NE(refusal(text).find(deep), std::string::npos);
  }
  std::string chain = "1";
  for (int i = 0; i < 400; ++i) chain += " + 1";
  EXPECT_EQ(refusal(chain).find("column 1: the expression " + deep), 0u);
}

TEST(Expression, IsPrintedWithLabelsOrWithTheValuesPutIn) {
  const std::string text =
      "if(ratio(t.done, t.due) >= 80% and not t.yes, 4 - (1 - 0.5), min(t.share "
      "* 2, number(t.paid)))";
  EXPECT_EQ(printed(text, "{}", Locale::en, Shown::names),
            "(if “done” ÷ “due” ≥ 80 % and not “there” then 4 − (1 − 0.5), otherwise the least of "
            "(“share” × 2; “paid”))");
  EXPECT_EQ(printed(text, "{t.done: 9, t.yes: false, t.share: 12.5, t.paid: 1500000}", Locale::vi,
                    Shown::values),
            "(nếu 9 ÷ “phải” ≥ 80 % và không phải không thì 4 − (1 − 0,5), không thì số nhỏ nhất "
            "của (12,5 % × 2; 1.500.000))");
}

TEST(Expression, KnowsWhatItsValueLiesBetween) {
  const auto range = [](const std::string& text) {
    const Range known = range_of(read(text));
    const auto bound = [](const std::optional<Rational>& end) {
      return end ? number_words(*end).en : std::string("∞");
    };
    return bound(known.low) + " to " + bound(known.high);
  };
  EXPECT_EQ(range("min(ratio(t.done, t.due), 1) * 4"), "0 to 4");
  EXPECT_EQ(range("4 - 0.5 * number(t.done)"), "∞ to 4");
  EXPECT_EQ(range("max(4 - 0.5 * number(t.done), 0)"), "0 to 4");
  EXPECT_EQ(range("t.share * 2 + count(t.yes, t.also)"), "0 to 4");
  EXPECT_EQ(range("if(t.yes, 1, -3)"), "-3 to 1");
  EXPECT_EQ(range("t.done / t.due"), "0 to ∞");
  EXPECT_EQ(range("t.share / (t.share - 1)"), "∞ to ∞");
}

// A value of an item, of few digits, in the state the number says.
std::string any_answers() {
  std::string flow = "{";
  for (const char* id : {"t.done", "t.due", "t.days"}) {
    const int value = *rc::gen::inRange(-2, 5);
    if (value >= 0) flow += std::string(id) + ": " + std::to_string(value) + ", ";
    if (value == -2) flow += std::string(id) + ": {state: not_available}, ";
  }
  for (const char* id : {"t.yes", "t.also"}) {
    flow += std::string(id) + (*rc::gen::arbitrary<bool>() ? ": true, " : ": false, ");
  }
  return flow + "}";
}

std::string any_number(int depth);

std::string any_condition(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 4 : 2)) {
    case 0:
      return "t.yes";
    case 1:
      return "t.also";
    case 2:
      return "(" + any_number(depth - 1) + " <= " + any_number(depth - 1) + ")";
    default:
      return "(not " + any_condition(depth - 1) + " or " + any_condition(depth - 1) + ")";
  }
}

std::string any_number(int depth) {
  const auto inner = [&] { return any_number(depth - 1); };
  switch (*rc::gen::inRange(0, depth > 0 ? 9 : 3)) {
    case 0:
      return "number(t.done)";
    case 1:
      return "0.25";
    case 2:
      return "number(t.due)";
    case 3:
      return "(" + inner() + " + " + inner() + ")";
    case 4:
      return "(" + inner() + " - " + inner() + ")";
    case 5:
      return inner() + " * " + inner();
    case 6:
      return "(" + inner() + ") / (" + inner() + ")";
    case 7:
      return "max(" + inner() + ", " + inner() + ")";
    default:
      return "if(" + any_condition(depth - 1) + ", " + inner() + ", " + inner() + ")";
  }
}

TEST(Expression, HasItsValueWithinTheRangeItKnowsWhateverTheAnswers) {
  EXPECT_TRUE(rc::check([] {
    const auto expression = read(any_number(4));
    const auto result = evaluate(expression, answers(any_answers()));
    const Range range = range_of(expression);
    if (result.state != State::given) {
      RC_ASSERT((result.state == State::no_occurrence || !result.lacking.empty()));
      return;
    }
    RC_ASSERT((!range.low || *range.low <= result.number));
    RC_ASSERT((!range.high || result.number <= *range.high));
  }));
}

}  // namespace
}  // namespace liem::indicators
