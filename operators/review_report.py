"""Writing a report of the class to a file: to read and print, for a table, for another program."""

from datetime import UTC, datetime
from pathlib import Path

import bpy

from .. import runtime
from ..core import report_csv, report_html, report_json
from ..core.arguments import ClassOverviewArguments, UnitWorkArguments
from ..core.class_report import ClassReport, class_figures, people_of
from ..core.errors import MallocVrError
from ..core.replies import ClassOverviewReply
from ..core.said import say
from ..translation import shown, translated
from . import calling

_FORMATS = (
    ("HTML", "Web Page", "To read and to print: one file that needs nothing beside it"),
    ("CSV", "Table (CSV)", "For a spreadsheet: one line for each learner and unit"),
    ("JSON", "Data (JSON)", "For other programs: everything, with what was measured"),
)
_CONTENTS = (
    ("LEARNERS", "Learners by Name", "Everybody's work, step by step, for their own instructor"),
    ("CLASS", "Class without Names", "Figures alone; those of fewer than 10 learners are hidden"),
)
_WRITERS = {
    ("HTML", "LEARNERS"): report_html.learners_html,
    ("CSV", "LEARNERS"): report_csv.learners_csv,
    ("JSON", "LEARNERS"): report_json.learners_json,
    ("HTML", "CLASS"): report_html.figures_html,
    ("CSV", "CLASS"): report_csv.figures_csv,
    ("JSON", "CLASS"): report_json.figures_json,
}


class MALLOC_VR_OT_report_export(bpy.types.Operator):
    """Write a report about the learners of this lesson to a file"""

    bl_idname = "malloc_vr.report_export"
    bl_label = "Export Report"
    bl_options: set[str] = set()  # a file elsewhere is not Blender's to undo

    filepath: bpy.props.StringProperty(  # type: ignore[valid-type]
        name="File", subtype="FILE_PATH", options={"SKIP_SAVE"}
    )
    check_existing: bpy.props.BoolProperty(  # type: ignore[valid-type]
        default=True, options={"HIDDEN", "SKIP_SAVE"}
    )
    file_format: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Format", items=_FORMATS, default="HTML"
    )
    contents: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Contents", items=_CONTENTS, default="LEARNERS"
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return not calling.is_opening(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask for the file by Blender's own dialog."""
        if not self.filepath:
            self.filepath = f"class-report{self._suffix()}"
        context.window_manager.fileselect_add(self)
        return {"RUNNING_MODAL"}

    def check(self, context: bpy.types.Context) -> bool:
        """Keep the file's ending that of its format."""
        suffixes = {f".{name.lower()}" for name, _, _ in _FORMATS}
        path = Path(self.filepath)
        wanted = path.with_suffix(self._suffix()) if path.suffix in suffixes else path
        is_other = bool(path.name) and wanted != path
        if is_other:
            self.filepath = str(wanted)
        return is_other

    def _suffix(self) -> str:
        return f".{self.file_format.lower()}"

    def execute(self, context: bpy.types.Context) -> set[str]:
        if not self.filepath:
            self.report({"WARNING"}, translated("Choose the file that the report is written to"))
            return {"CANCELLED"}
        path = Path(self.filepath)
        path = path if path.suffix else path.with_suffix(self._suffix())
        try:
            text = shown(self._text())
            path.write_text(text, encoding="utf-8", newline="")
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        except OSError as error:
            self.report(
                {"WARNING"},
                translated(
                    "Nothing was written: {strerror}: {path}", strerror=error.strerror, path=path
                ),
            )
            runtime.show_problem(
                say("Nothing was written: {strerror}.", strerror=error.strerror),
                say("Choose another folder."),
            )
            return {"CANCELLED"}
        runtime.show_problem("")
        self.report({"INFO"}, translated("Report written to {path}", path=path))
        return calling.finish()

    def _text(self) -> str:
        is_lesson_open = bool(runtime.view().lesson.units)
        asked = ClassOverviewArguments(only_open_lesson=is_lesson_open)
        overview = people_of(runtime.call(asked))
        made = datetime.now(UTC).isoformat(timespec="seconds")
        title = Path(bpy.data.filepath).stem or translated("Class")
        write = _WRITERS[self.file_format, self.contents]
        if self.contents == "CLASS":
            return write(class_figures(title, made, overview))  # type: ignore[operator]
        return write(_class_report(title, made, overview))  # type: ignore[operator]


def _class_report(title: str, made: str, overview: ClassOverviewReply) -> ClassReport:
    works = {
        (learner.learner_id, unit.unit_id): runtime.call(
            UnitWorkArguments(learner_id=learner.learner_id, unit_id=unit.unit_id)
        )
        for learner in overview.learners
        for unit in learner.units
    }
    return ClassReport(title, made, overview, works)


CLASSES = (MALLOC_VR_OT_report_export,)
