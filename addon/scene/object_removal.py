"""Taking objects of a lesson out of a scene, and out of the file where no other scene has them.

Thread: main.
"""

import bpy


def take_out(scene: bpy.types.Scene, obj: bpy.types.Object) -> None:
    """Take an object out, with its mesh if nothing else uses that; other scenes keep both."""
    if len(obj.users_scene) > 1:
        unlink(scene, obj)
        return
    data = obj.data
    bpy.data.objects.remove(obj, do_unlink=True)
    if isinstance(data, bpy.types.Mesh) and data.users == 0:
        bpy.data.meshes.remove(data)


def unlink(scene: bpy.types.Scene, obj: bpy.types.Object) -> None:
    """Take an object out of a scene; the other scenes keep it."""
    for collection in (scene.collection, *scene.collection.children_recursive):
        if obj.name in collection.objects:
            collection.objects.unlink(obj)
