#pragma once

#include "scene/compiler.hpp"
#include "scene/form.hpp"
#include "scene/json_object_reader.hpp"
#include "scene/program.hpp"

#include <string>
#include <utility>
#include <vector>

// Reads a predicate's JSON by its description.

namespace mvr::scene {

/// Reads one described member into a predicate.
template <class P> class MemberReader {
  public:
    MemberReader(JsonObjectReader &reader, P &predicate) : reader_(reader), predicate_(predicate) {}

    void operator()(const Member<P, ObjectIndex> &member) const
    {
        predicate_.*member.pointer = reader_.object(member.name);
    }
    void operator()(const Member<P, Target> &member) const
    {
        predicate_.*member.pointer = reader_.target(member.name, predicate_.object);
    }
    void operator()(const Member<P, Axis> &member) const
    {
        predicate_.*member.pointer = reader_.axis(member.name);
    }
    void operator()(const Member<P, std::string> &member) const
    {
        predicate_.*member.pointer = reader_.name(member.name);
    }
    template <SpelledEnum E> void operator()(const Member<P, E> &member) const
    {
        if (!reader_.has(member.name)) return;
        const auto value = EnumText<E>::from_text(reader_.choice(member.name, EnumText<E>::texts));
        predicate_.*member.pointer = value.value_or(E{});
    }
    void operator()(const UpperLimit<P, Range> &limit) const
    {
        reader_.required(limit.name, "Give a number.");
        predicate_.*limit.pointer =
            reader_.upper_limit(limit.name, limit.unit_name, limit.quantity());
    }
    void operator()(const Limits<P> &limits) const
    {
        predicate_.*limits.pointer = reader_.range(limits.quantity());
    }

  private:
    JsonObjectReader &reader_;
    P &predicate_;
};

template <class P> std::vector<std::string> member_names()
{
    std::vector<std::string> names;
    for (const FormMember &member : form_members<P>())
        names.push_back(member.name);
    return names;
}

/// Reads the predicate P and, if it has any, the conditions below it.
template <class P>
void read_predicate(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    if constexpr (requires { P::read_value(compiler, json, path, node); }) {
        node.predicate = P::read_value(compiler, json, path, node);
    } else {
        JsonObjectReader reader(compiler, json, path, member_names<P>());
        P predicate{};
        if constexpr (requires { predicate.read(reader, node); }) {
            predicate.read(reader, node);
        } else {
            for_each_member<P>(MemberReader<P>(reader, predicate));
        }
        node.predicate = std::move(predicate);
    }
}

} // namespace mvr::scene
