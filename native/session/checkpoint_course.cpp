#include "session/checkpoint_course.hpp"

namespace mvr::session {

bool CheckpointCourse::observe(const scene::SceneState &scene, double seconds,
                               scene::ChangeCause cause)
{
    monitor_.observe(scene, seconds, cause);
    scene::Standing standing = monitor_.standing(scene);
    was_broken_ = reading_.broken;
    const bool same = standing.holds == reading_.holds && standing.broken == reading_.broken &&
                      standing.state == reading_.state;
    reading_.holds = standing.holds;
    reading_.broken = standing.broken;
    reading_.state = standing.state;
    if (cause != scene::ChangeCause::program) {
        reading_.changed = std::move(standing.changed);
        reading_.entered = standing.entered;
        reading_.looked = standing.looked;
    }
    const bool did_something = reading_.entered || !reading_.changed.empty();
    if (did_something) changed_seconds_ = seconds;
    return !same || did_something || reading_.looked;
}

void CheckpointCourse::settle()
{
    was_broken_ = reading_.broken;
    reading_.changed.clear();
    reading_.entered = false;
    reading_.looked = false;
}

} // namespace mvr::session
