"""Where in the JSON of an author's conditions something stands, for errors that name the place."""

from collections.abc import Iterable, Iterator, Mapping

from .scene_types import object_members

_OBJECT_MEMBERS = object_members()


def path_of_name(conditions: object, name: str, path: str) -> str:
    """JSON path at which conditions name an object first; `path` itself if they do not."""
    return next(_paths_of_name(conditions, name, path), path)


def _paths_of_name(node: object, name: str, path: str) -> Iterator[str]:
    members: Iterable[tuple[str, object]] = ()
    if isinstance(node, Mapping):
        members = ((f"{path}.{key}", value) for key, value in node.items())
    elif isinstance(node, list):
        members = ((f"{path}[{index}]", value) for index, value in enumerate(node))
    for place, value in members:
        if value == name and place.rpartition(".")[2] in _OBJECT_MEMBERS:
            yield place
        yield from _paths_of_name(value, name, place)
