"""Our add-on, enabled in this Blender.

Blender as a module starts with factory settings, whatever the profile says; the program has read
its preferences and has the add-on enabled already.
"""

import addon_utils


def enable(extension: str) -> str:
    """Enable the installed extension; its module's name.

    Raises:
        RuntimeError: It is not installed, or does not register.
    """
    name = f"bl_ext.user_default.{extension}"
    if addon_utils.enable(name, default_set=True) is None:
        raise RuntimeError(f"{name} could not be enabled")
    return name
