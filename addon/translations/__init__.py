"""The languages of the add-on: what `translation` registers with Blender.

A language is a package of this folder that is named as Blender names it (`de_DE`) and lists its
areas; each area maps English texts to its own. No bpy here: the tables are data.
"""

from collections.abc import Mapping

from . import de_DE

LANGUAGES: Mapping[str, Mapping[str, str]] = {"de_DE": de_DE.TEXTS}
"""By Blender's name of the language, each text by its English one."""
