"""Use-cases of Malloc VR Learning in plain Python: no bpy here, only values and the native module."""
