#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace mvr::session {

/// Some of the numbers below `size`, each once, in the order in which they came.
class IndexSet {
  public:
    explicit IndexSet(std::size_t size) : holds_(size) {}

    void add(std::size_t index)
    {
        if (!std::exchange(holds_[index], 1)) members_.push_back(index);
    }
    bool contains(std::size_t index) const { return holds_[index] != 0; }
    auto begin() const { return members_.begin(); }
    auto end() const { return members_.end(); }

    void clear()
    {
        for (const std::size_t index : std::exchange(members_, {}))
            holds_[index] = 0;
    }
    template <class Predicate> void keep_if(const Predicate &stays)
    {
        std::erase_if(members_, [&](std::size_t index) {
            holds_[index] = stays(index) ? 1 : 0;
            return holds_[index] == 0;
        });
    }

  private:
    std::vector<char> holds_;
    std::vector<std::size_t> members_;
};

} // namespace mvr::session
