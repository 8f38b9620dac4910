"""Names of the custom properties that a lesson file carries.

They are plain ID properties, so any script can read them without this add-on. The first two groups
are those of the pathway specification; ours begin with `malloc_vr_`.
"""

# On a unit's scene.
UNIT_ID = "learning_unit_id"
PREREQUISITES = "prerequisites"  # JSON list of unit ids
OBJECTIVES = "learning_objectives"  # JSON list of texts
DURATION = "estimated_duration"  # such as "15_minutes"

# On any object that teaches something.
EDUCATIONAL_METADATA = "educational_metadata"

# On a trigger object.
IS_TRIGGER = "assessment_trigger"
ASSESSMENT_TYPE = "assessment_type"
OBJECTIVE = "learning_objective"
CONDITIONS = "trigger_conditions"  # JSON object

# Ours, on scenes, triggers and the objects that a lesson names.
UUID = "malloc_vr_uuid"
POSITION = "malloc_vr_position"  # of a unit or trigger among the others, from 1 on

# Ours, on a unit's scene.
TITLE = "malloc_vr_title"
LEARNING_EVENT = "malloc_vr_learning_event"
INSTRUCTIONS = "malloc_vr_instructions"
HINTS = "malloc_vr_hints"  # JSON list of texts; on a trigger object those of its goal
MODULE = "malloc_vr_module"  # name of the module that the unit belongs to
START_POSES = "malloc_vr_start_poses"  # JSON object: object name -> pose
ADAPTATION_OPTIONAL = "malloc_vr_adaptation_optional"  # true where a learner may decline it
START_STATES = "malloc_vr_start_states"  # JSON object: object name -> size, visibility, collections

# Ours, on the scene of the lesson's first unit: what a giver says of the whole file.
LESSON = "malloc_vr_lesson"  # JSON object: title, author, licence, languages

# Ours, on the scene of the unit that runs, and never in a saved file: by it Undo is known to have
# gone back behind the unit's start.
RUN = "malloc_vr_run"

# Ours, on a trigger object.
SKILL = "malloc_vr_skill"  # what the checkpoint is evidence of; the unit's id if missing
ITEM_DIFFICULTY = "malloc_vr_item_difficulty"  # 1 to 10, as the author sees it
OF_UNIT = "malloc_vr_of_unit"  # true on one that its unit brought along, until it is authored
NAMED_OBJECTS = "malloc_vr_named_objects"  # JSON object: name in the conditions -> UUID

# Ours, on hint objects and on the collection that an asset was appended as.
HINT_FOR = "malloc_vr_hint_for"  # unit id
HINT_LEVEL = "malloc_vr_hint_level"  # 1 where, 2 what, 3 how
HINT_SHAPE = "malloc_vr_hint_shape"  # JSON object: what a shape was made from
HINT_OF_GOAL = "malloc_vr_hint_of_goal"  # UUID of the trigger that it was made from, if any
ASSET = "malloc_vr_asset"

# What release 0.1.0 wrote of a learner into a unit's scene. It is not read, and removed.
OF_LEARNERS = (
    "malloc_vr_guidance_level",
    "malloc_vr_support_level",
    "malloc_vr_difficulty",
    "malloc_vr_learning_progress",
)
