#pragma once

#include "learning/learner_model.hpp"

#include <string>

/// Every bit of a model as text: equal texts mean equal bytes.
std::string dump(const mvr::learning::LearnerModel &learner);

/// Every bit of a decision and both audiences' sentences.
std::string dump(const mvr::learning::Decision &decision);
