// How well figures are linked to data items: items.yaml against a reading.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "corpus.h"
#include "reading/reading.h"

namespace liem::golden {

// A figure by the words it starts, in one line, and the item it is.
struct ItemTruth {
  std::string quote, item;
};

// By document; every figure of the document that is no truth is no item.
using ItemTruths = std::map<std::string, std::vector<ItemTruth>>;
Result<ItemTruths> load_item_truths(const std::string& file);

struct ItemTally {
  int truth = 0, right = 0;              // figures that are an item; of these, linked to it
  std::array<int, 3> linked{}, wrong{};  // by figures::Confidence
  std::vector<std::string> misses;       // one line each
  ItemTally& operator+=(const ItemTally& other);
};

ItemTally compare_items(const Document& document, const reading::Reading& reading,
                        const std::vector<ItemTruth>& truths);

}  // namespace liem::golden
