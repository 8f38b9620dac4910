"""Reports as one HTML page that needs nothing beside it and prints well."""

from collections.abc import Iterable, Iterator
from html import escape

from .class_report import ClassFigures, ClassReport
from .replies import OverviewLearner, UnitReview, UnitWorkReply
from .report_style import STYLE
from .review import (
    StepView,
    effort_sentence,
    everybody_stuck,
    local_time,
    steps_of,
    stuck_sentence,
    title_of,
    unit_of,
)
from .suppression import SMALLEST_CELL, Counts

_STATES = {"done": ("Done", "good"), "started": ("Started", "fair")}


def learners_html(report: ClassReport) -> str:
    """Learners by name: the class as a table, who is stuck, then everybody's work."""
    body = [
        f"<h1>{escape(report.title)}</h1>",
        f"<p class=quiet>Made on {local_time(report.made)}. With names: for the instructor of these "
        "learners. Everything here was observed in Blender; nothing was reported by a program.</p>",
    ]
    if not report.overview.learners:
        body.append("<p>Nobody has worked in this lesson yet.</p>")
    else:
        body += [_class_table(report), *_stuck(report)]
        body += [_learner(report, learner) for learner in report.overview.learners]
    return _page(report.title, body)


def figures_html(figures: ClassFigures) -> str:
    """A class without names."""
    body = [
        f"<h1>{escape(figures.title)}</h1>",
        f"<p class=quiet>Made on {local_time(figures.made)}. Without names: figures of fewer than "
        f"{SMALLEST_CELL} learners are hidden, and others where they would give one away.</p>",
        "<h2>Units</h2>",
        _counts_table("Unit", [(unit.title, unit.people) for unit in figures.units]),
        "<h2>Means of those who began</h2>",
        _table(
            ("Unit", "Tries", "Hints", "Minutes"),
            [
                (unit.title, _number(unit.tries), _number(unit.hints), _number(unit.minutes))
                for unit in figures.units
            ],
        ),
        "<h2>Skills</h2>",
        _counts_table("Skill", [(skill.skill, skill.people) for skill in figures.skills]),
    ]
    return _page(figures.title, body)


def _class_table(report: ClassReport) -> str:
    units = report.overview.units
    rows = []
    for learner in report.overview.learners:
        cells = [f"<th scope=row>{escape(learner.learner_id)}</th>"]
        cells += [_unit_cell(unit_of(learner, unit.unit_id)) for unit in units]
        cells.append(f"<td>{local_time(learner.last_seen)}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    heads = "".join(f"<th>{escape(title)}</th>" for title in _titles(report))
    return (
        "<h2>Class</h2><table><thead><tr><th>Learner</th>"
        f"{heads}<th>Last seen</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _titles(report: ClassReport) -> Iterator[str]:
    return (unit.title for unit in report.overview.units)


def _unit_cell(unit: UnitReview | None) -> str:
    if unit is None:
        return "<td class=quiet>&ndash;</td>"
    word, tone = _STATES[unit.state]
    return f"<td><b class={tone}>{word}</b><br><small>{effort_sentence(unit)}</small></td>"


def _stuck(report: ClassReport) -> Iterator[str]:
    lines = [
        f"<li><b>{escape(learner.learner_id)}</b> "
        f"{escape(stuck_sentence(stuck, title_of(report.overview, stuck.unit_id)))}</li>"
        for learner, stuck in everybody_stuck(report.overview)
    ]
    if lines:
        yield f"<h2>Stuck now</h2><ul>{''.join(lines)}</ul>"


def _learner(report: ClassReport, learner: OverviewLearner) -> str:
    parts = [f"<section><h2>{escape(learner.learner_id)}</h2>"]
    parts.append(f"<p class=quiet>Last seen on {local_time(learner.last_seen)}.</p>")
    if learner.skills:
        rows = [
            (skill.skill, f"{skill.p_known:.2f}", f"{skill.successes} of {skill.attempts}")
            for skill in learner.skills
        ]
        parts.append(_table(("Skill", "P(known)", "Tries passed"), rows))
    reasons = {decision.unit_id: decision for decision in learner.decisions}
    for unit in learner.units:
        parts.append(f"<h3>{escape(title_of(report.overview, unit.unit_id))}</h3>")
        parts.append(f"<p>{escape(effort_sentence(unit))}</p>")
        if decision := reasons.get(unit.unit_id):
            parts.append(
                f"<p class=decision>“{escape(decision.learner_text)}”"
                f"<br><small>{escape(decision.reasoning)}</small></p>"
            )
        work = report.works.get((learner.learner_id, unit.unit_id))
        parts.append(_steps(work) if work else "")
    return "".join([*parts, "</section>"])


def _steps(work: UnitWorkReply) -> str:
    steps = "".join(_step(step) for step in steps_of(work))
    earlier = ""
    if work.earlier_entries:
        earlier = f"<p class=quiet>{work.earlier_entries} earlier entries are in the record.</p>"
    return f"{earlier}<ol class=steps>{steps}</ol>"


def _step(step: StepView) -> str:
    head = f"<time>{step.when}</time><b class={step.kind.value}>{escape(step.text)}</b>"
    notes = "".join(f"<p>{escape(note)}</p>" for note in step.notes)
    rows = "".join(
        f"<tr class={'yes' if row.holds else 'no'}><td>{escape(row.what)}</td>"
        f"<td>{escape(row.measured)}</td><td>{escape(row.needed)}</td></tr>"
        for row in step.rows
    )
    heads = "<thead><tr><th>Requirement</th><th>Measured</th><th>Needed</th></tr></thead>"
    return f"<li>{head}{notes}" + (f"<table>{heads}<tbody>{rows}</tbody></table>" if rows else "")


def _counts_table(of: str, counted: list[tuple[str, Counts]]) -> str:
    if not counted:
        return "<p>There is nothing yet.</p>"
    parts = list(counted[0][1].cells)
    rows = [
        (name, _number(counts.total), *(_number(counts.cells[part]) for part in parts))
        for name, counts in counted
    ]
    return _table((of, "Learners", *(part.capitalize() for part in parts)), rows)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _number(value: float | None) -> str:
    return "hidden" if value is None else f"{value:g}"


def _page(title: str, body: Iterable[str]) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} · report</title>\n<style>{STYLE}</style>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</html>\n"
    )
