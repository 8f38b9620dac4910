#pragma once

#include "scene/object_history.hpp"
#include "scene/object_state.hpp"
#include "scene/predicate_parts.hpp"
#include "scene/view_state.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mvr::scene {

/// Where an object stands in a SceneState; stays the same for as long as that lives.
using ObjectPlace = std::size_t;

/// The objects of one scene, each once, and what they are looked at and worked with. Fed with what
/// changed; the changes between two observations count as one. The first observation is the start.
///
/// What cannot be distinguished by measuring (`same_object`) is no change, and what was known
/// stays; so a slow drift adds up to one. An object is missing from its removal until it comes
/// back. One that comes with another UUID than the first object of its name had, or with none, is
/// another object: what was meant is missing until it is back. An object that was renamed is
/// reported under its name in the lesson by whoever feeds this.
///
/// Thread: one at a time. Errors: none; what is not finite is kept as it is, and is never measured.
class SceneState {
  public:
    /// The place of the object of this name, be it there or not.
    ObjectPlace place(std::string_view name);

    /// How many places there are.
    std::size_t places() const { return entries_.size(); }

    void set_object(ObjectState object);
    void remove_object(std::string_view name);
    void set_view(std::optional<ViewState> view) { staged_.view = std::move(view); }
    void set_mode_and_tool(std::string mode, std::string active_tool);
    /// The learner answers a question, or another time.
    void set_answer(std::string_view question, Answer answer);
    void set_selection(Selection selection) { staged_.selection = std::move(selection); }

    /// What the learner answered, observed or not.
    const std::map<std::string, Answer, std::less<>> &answers() const { return staged_.answers; }

    /// Takes what was set since the last time as one observation. Cost: linear in what changed.
    void observe();

    /// The same for changes that are not the learner's: where an object stood at the start shifts
    /// along with it, so that "moved" and "turned" go on from where the learner had brought them.
    void rebase();

    /// Whether an object was changed, came or went since the last observation, or a question was
    /// answered.
    bool has_staged_work() const { return !staged_objects_.empty() || !staged_answers_.empty(); }

    /// How many observations there were, the start among them.
    std::size_t observation() const { return observation_; }

    /// The object as it is now, or nullptr where it is missing.
    const ObjectState *object(ObjectPlace place) const;
    /// What its changes are measured against; nothing for one that was not there at the start.
    const std::optional<Pose> &start(ObjectPlace place) const { return entries_[place].start; }
    /// Where it was at the observation before the last; nothing for one that was missing.
    const std::optional<Pose> &before(ObjectPlace place) const { return entries_[place].before; }
    const ObjectHistory &history(ObjectPlace place) const { return entries_[place].history; }
    const std::string &name(ObjectPlace place) const { return entries_[place].name; }
    const Surroundings &surroundings() const { return surroundings_; }
    /// A number for the answer to a question, the same for the same answer; 0 without one.
    std::uint64_t answer_number(std::string_view question) const;

    /// What the last observation changed; nothing at the start.
    std::span<const ObjectPlace> changed_objects() const { return changed_; }
    bool changed(ObjectPlace place) const
    {
        return entries_[place].changed_at == observation_ && observation_ > 1;
    }
    /// The questions that were answered anew since the observation before.
    std::span<const std::string> changed_answers() const { return changed_answers_; }
    bool mode_changed() const { return mode_changed_; }
    bool tool_changed() const { return tool_changed_; }
    /// Whether the last observation brought another view, if only by a number of it, or another
    /// mode, tool, selection or answer.
    bool differs(Beside what) const;
    /// Whether one sees otherwise; a window that only changed its size shows the same.
    bool view_changed() const { return view_changed_; }
    /// Whether one sees from elsewhere or in another direction.
    bool view_turned() const { return view_turned_; }

  private:
    struct Entry {
        std::string name;
        std::string uuid; ///< of the object that is meant; empty until one with a UUID came
        std::optional<ObjectState> now;
        std::optional<Pose> start;
        std::optional<Pose> before;
        ObjectHistory history;
        std::size_t changed_at = 0; ///< number of the last observation that changed it
        bool staged = false;        ///< since the last observation
    };
    struct NameHash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    void stage(ObjectPlace place);
    void remove_at(ObjectPlace place);
    void observe_objects();
    void observe_surroundings();
    static void shift_start(Entry &entry);
    static void follow_origin(Entry &entry, const Vec3 &way);

    std::vector<Entry> entries_;
    std::unordered_map<std::string, ObjectPlace, NameHash, std::equal_to<>> places_;
    std::vector<ObjectPlace> staged_objects_;
    std::vector<ObjectPlace> changed_;
    std::vector<std::string> staged_answers_; ///< questions
    std::vector<std::string> changed_answers_;
    Surroundings staged_;
    Surroundings surroundings_;
    std::size_t observation_ = 0;
    bool mode_changed_ = false;
    bool tool_changed_ = false;
    bool selection_changed_ = false;
    bool view_differs_ = false;
    bool view_changed_ = false;
    bool view_turned_ = false;
};

/// The objects that a condition names, by their indices in it. Refers to both of its arguments.
class NamedObjects {
  public:
    NamedObjects(const SceneState &scene, std::span<const ObjectPlace> places)
        : scene_(scene), places_(places)
    {
    }

    const ObjectState *at(std::size_t index) const { return scene_.object(places_[index]); }
    const std::string &name(std::size_t index) const { return scene_.name(places_[index]); }
    const std::optional<Pose> &start(std::size_t index) const
    {
        return scene_.start(places_[index]);
    }

  private:
    const SceneState &scene_;
    std::span<const ObjectPlace> places_;
};

} // namespace mvr::scene
