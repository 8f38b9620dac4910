#pragma once

#include <string>

namespace mvr::store {

/// One mebibyte beside the record, for the day on which the disk is full: giving it up lets what is
/// at hand still be written.
///
/// Thread: one at a time.
class Reserve {
  public:
    explicit Reserve(std::string path) : path_(std::move(path)) {}

    /// Takes the space if it is not there yet and the disk has plenty; says nothing if it cannot.
    void provide() const;

    /// Gives the space up. False when there is none.
    bool release() const;

  private:
    std::string path_;
};

} // namespace mvr::store
