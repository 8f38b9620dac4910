"""The lessons' materials: one table, made on first use.

Colours are scene-linear RGB. Each material also carries plain viewport colours, since most
learners work in solid shading.
"""

from __future__ import annotations

from dataclasses import dataclass

import bpy

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Finish:
    """Look of one surface; all values 0 to 1."""

    colour: Colour
    roughness: float
    metallic: float = 0.0
    coat: float = 0.0
    brushed: float = 0.0
    """Anisotropy around the object's Z axis, as a lathe leaves it."""
    glow: float = 0.0
    """Emission strength in the same colour."""
    grain: float = 0.0
    """Share of a fine, uneven pattern in roughness and bump."""


FINISHES: dict[str, Finish] = {
    "Pipe paint": Finish((0.055, 0.140, 0.180), 0.38, coat=0.35, grain=0.25),
    "Machined steel": Finish((0.56, 0.57, 0.58), 0.30, metallic=1.0, brushed=0.7),
    "Bolt steel": Finish((0.50, 0.51, 0.53), 0.27, metallic=1.0, grain=0.3),
    "Nut steel": Finish((0.62, 0.56, 0.44), 0.30, metallic=1.0, grain=0.3),
    "Plate steel": Finish((0.66, 0.67, 0.68), 0.34, metallic=1.0, grain=0.2),
    "Plate ink": Finish((0.02, 0.025, 0.03), 0.45),
    "Guard yellow": Finish((0.86, 0.47, 0.015), 0.36, coat=0.4, grain=0.2),
    "Handle black": Finish((0.018, 0.018, 0.020), 0.45),
    "Mark red": Finish((0.75, 0.035, 0.02), 0.45),
    "Mark white": Finish((0.86, 0.87, 0.86), 0.5),
    "Gasket ring": Finish((0.50, 0.030, 0.022), 0.42, coat=0.2),
    "Gasket winding": Finish((0.50, 0.50, 0.50), 0.32, metallic=1.0),
    "Graphite": Finish((0.035, 0.036, 0.040), 0.5, metallic=0.4),
    "Stripe yellow": Finish((0.90, 0.56, 0.02), 0.5),
    "Stripe black": Finish((0.02, 0.02, 0.02), 0.5),
    "Tray grey": Finish((0.15, 0.17, 0.19), 0.42, metallic=0.2, grain=0.3),
    "Rubber": Finish((0.028, 0.030, 0.033), 0.7, grain=0.3),
    "Bench wood": Finish((0.40, 0.215, 0.095), 0.45, coat=0.15),
    "Bench frame": Finish((0.055, 0.065, 0.075), 0.42, grain=0.2),
    "Support grey": Finish((0.10, 0.11, 0.12), 0.42, metallic=0.3, grain=0.3),
    "Floor": Finish((0.60, 0.61, 0.62), 0.6),
    "Hint": Finish((0.02, 0.62, 0.85), 0.4, glow=0.45),
    "Grass": Finish((0.20, 0.42, 0.10), 0.9),
    "Soil": Finish((0.20, 0.11, 0.055), 0.9),
    "Wall Cream": Finish((0.80, 0.70, 0.52), 0.7),
    "Roof Red": Finish((0.52, 0.09, 0.05), 0.6),
    "Window Glass": Finish((0.20, 0.45, 0.62), 0.2),
    "Timber": Finish((0.36, 0.19, 0.08), 0.7),
    "Leaf Green": Finish((0.07, 0.30, 0.07), 0.8),
    "Letter Blue": Finish((0.02, 0.12, 0.62), 0.4),
    "Toy Yellow": Finish((0.90, 0.55, 0.02), 0.35),
    "Toy Red": Finish((0.72, 0.04, 0.03), 0.35),
    "Toy Blue": Finish((0.03, 0.18, 0.70), 0.35),
    "Toy White": Finish((0.85, 0.84, 0.80), 0.4),
    "Mat": Finish((0.72, 0.62, 0.50), 0.9),
    "Stone": Finish((0.36, 0.36, 0.37), 0.8),
    "Straw": Finish((0.66, 0.46, 0.13), 0.9),
    "Egg Shell": Finish((0.86, 0.74, 0.58), 0.5),
    "Apple Red": Finish((0.65, 0.02, 0.02), 0.3),
    "Concrete": Finish((0.42, 0.43, 0.43), 0.85),
    "Tank Blue": Finish((0.05, 0.20, 0.36), 0.45),
    "Pump Green": Finish((0.04, 0.26, 0.17), 0.4),
    "Pipe Grey": Finish((0.42, 0.45, 0.47), 0.4),
    "Water": Finish((0.05, 0.30, 0.55), 0.1),
}


def material(name: str) -> bpy.types.Material:
    """The material of that name, made if the file does not have it.

    Errors: KeyError if the table has no such name.
    """
    known = bpy.data.materials.get(name)
    if known is not None:
        return known
    finish = FINISHES[name]
    made = bpy.data.materials.new(name)
    # Solid shading has one light and nothing to mirror: lighter colours, and no metal.
    made.diffuse_color = (*(channel**0.72 for channel in finish.colour), 1.0)
    made.metallic, made.roughness = 0.0, max(finish.roughness, 0.35)
    if bpy.app.version < (5, 0):  # later versions always have nodes, and warn
        made.use_nodes = True
    shader = _fill(made.node_tree, finish)
    if name == "Bench wood":
        _wood(made.node_tree, shader, finish.colour)
    return made


def _fill(tree: bpy.types.NodeTree, finish: Finish) -> bpy.types.Node:
    """Builds the tree from nothing, since the default nodes differ between versions."""
    tree.nodes.clear()
    output = tree.nodes.new("ShaderNodeOutputMaterial")
    shader = tree.nodes.new("ShaderNodeBsdfPrincipled")
    tree.links.new(shader.outputs["BSDF"], output.inputs["Surface"])
    colour = (*finish.colour, 1.0)
    values = {
        "Base Color": colour,
        "Roughness": finish.roughness,
        "Metallic": finish.metallic,
        "Coat Weight": finish.coat,
        "Coat Roughness": 0.15,
        "Anisotropic": finish.brushed,
        "Emission Color": colour,
        "Emission Strength": finish.glow,
    }
    for socket, value in values.items():
        shader.inputs[socket].default_value = value
    if finish.brushed > 0:
        tangent = tree.nodes.new("ShaderNodeTangent")
        tangent.direction_type, tangent.axis = "RADIAL", "Z"
        tree.links.new(tangent.outputs["Tangent"], shader.inputs["Tangent"])
    if finish.grain > 0:
        _grain(tree, shader, finish)
    return shader


def _noise(tree: bpy.types.NodeTree, scale: Colour, detail: float) -> bpy.types.NodeSocket:
    """A noise pattern in the object's own metres; `scale` in waves per metre on each axis."""
    place = tree.nodes.new("ShaderNodeTexCoord")
    stretch = tree.nodes.new("ShaderNodeMapping")
    stretch.inputs["Scale"].default_value = scale
    noise = tree.nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = 1.0
    noise.inputs["Detail"].default_value = detail
    tree.links.new(place.outputs["Object"], stretch.inputs["Vector"])
    tree.links.new(stretch.outputs["Vector"], noise.inputs["Vector"])
    return noise.outputs[0]


def _grain(tree: bpy.types.NodeTree, shader: bpy.types.Node, finish: Finish) -> None:
    """Roughness that wanders a little: perfect surfaces look like plastic."""
    spread = tree.nodes.new("ShaderNodeMapRange")
    spread.inputs["To Min"].default_value = finish.roughness * (1 - finish.grain)
    spread.inputs["To Max"].default_value = min(1.0, finish.roughness * (1 + finish.grain))
    tree.links.new(_noise(tree, (60.0, 60.0, 60.0), 2.0), spread.inputs["Value"])
    tree.links.new(spread.outputs["Result"], shader.inputs["Roughness"])


def _wood(tree: bpy.types.NodeTree, shader: bpy.types.Node, colour: Colour) -> None:
    """Grain along X, each board a shade of its own."""
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    dark = tuple(c * 0.55 for c in colour)
    ramp.color_ramp.elements[0].position, ramp.color_ramp.elements[1].position = 0.3, 0.72
    ramp.color_ramp.elements[0].color = (*dark, 1.0)
    ramp.color_ramp.elements[1].color = (*colour, 1.0)
    tree.links.new(_noise(tree, (1.6, 38.0, 38.0), 4.0), ramp.inputs["Fac"])
    island = tree.nodes.new("ShaderNodeNewGeometry")
    shade = tree.nodes.new("ShaderNodeMapRange")
    shade.inputs["To Min"].default_value, shade.inputs["To Max"].default_value = 0.82, 1.12
    tree.links.new(island.outputs["Random Per Island"], shade.inputs["Value"])
    tint = tree.nodes.new("ShaderNodeHueSaturation")
    tree.links.new(shade.outputs["Result"], tint.inputs["Value"])
    tree.links.new(ramp.outputs["Color"], tint.inputs["Color"])
    tree.links.new(tint.outputs["Color"], shader.inputs["Base Color"])
