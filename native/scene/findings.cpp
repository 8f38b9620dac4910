#include "scene/findings.hpp"

#include "scene/program.hpp"

namespace mvr::scene {

const Node &Findings::node(NodeIndex i) const { return program.nodes[i]; }

const std::string &Findings::object(ObjectIndex i) const { return program.objects[i]; }

NodeIndex NodeFindings::child() const { return node().children.front(); }

} // namespace mvr::scene
