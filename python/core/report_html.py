"""Reports as one HTML page that needs nothing beside it and prints well."""

from collections.abc import Iterable, Iterator
from html import escape

from .class_report import ClassFigures, ClassReport
from .recognised import recognised
from .replies import OverviewLearner, UnitReview, UnitWorkReply
from .report_style import STYLE
from .review import (
    StepView,
    decision_sentences,
    effort_sentence,
    everybody_stuck,
    local_time,
    percent,
    skill_title,
    steps_of,
    stuck_sentence,
    title_of,
    tries_sentence,
    unit_of,
)
from .said import Said, framed, joined, say, shaped, template
from .suppression import SMALLEST_CELL, Counts

_STATES = {"done": (template("Done"), "good"), "started": (template("Started"), "fair")}
_PARTS = {
    "done": template("Done"),
    "stuck": template("Stuck"),
    "working": template("Working"),
    "not begun": template("Not begun"),
    "mastered": template("Mastered"),
    "on the way": template("On the way"),
    "not tried": template("Not tried"),
}
"""Headings of the parts of a class, by the names that a table of figures gives them."""


def learners_html(report: ClassReport) -> Said:
    """Learners by name: the class as a table, who is stuck, then everybody's work."""
    made = say(
        "Made on {date}. With names: for the instructor of these learners. Everything here was "
        "observed in Blender; nothing was reported by a program.",
        date=local_time(report.made),
    )
    body = [_in("h1", report.title), framed("<p class=quiet>{text}</p>", text=made)]
    if not report.overview.learners:
        body.append(_in("p", say("Nobody has worked in this lesson yet.")))
    else:
        body += [_class_table(report), *_stuck(report)]
        body += [_learner(report, learner) for learner in report.overview.learners]
    return _page(report.title, body)


def figures_html(figures: ClassFigures) -> Said:
    """A class without names."""
    made = say(
        "Made on {date}. Without names: figures of fewer than {limit} learners are hidden, and "
        "others where they would give one away.",
        date=local_time(figures.made),
        limit=SMALLEST_CELL,
    )
    body = [
        _in("h1", figures.title),
        framed("<p class=quiet>{text}</p>", text=made),
        _in("h2", say("Units")),
        _counts_table(say("Unit"), [(unit.title, unit.people) for unit in figures.units]),
        _in("h2", say("Means of those who began")),
        _table(
            (say("Unit"), say("Tries"), say("Hints"), say("Minutes")),
            [
                (unit.title, _number(unit.tries), _number(unit.hints), _number(unit.minutes))
                for unit in figures.units
            ],
        ),
        _in("h2", say("Skills")),
        _counts_table(say("Skill"), [(skill.title, skill.people) for skill in figures.skills]),
    ]
    return _page(figures.title, body)


def _in(tag: str, text: str) -> Said:
    """A text in an element of its own."""
    return framed("<{tag}>{text}</{tag}>", tag=tag, text=shaped(escape, text))


def _class_table(report: ClassReport) -> Said:
    units = report.overview.units
    rows = []
    for learner in report.overview.learners:
        cells = [framed("<th scope=row>{name}</th>", name=escape(learner.learner_id))]
        cells += [_unit_cell(unit_of(learner, unit.unit_id)) for unit in units]
        cells.append(_in("td", local_time(learner.last_seen)))
        rows.append(framed("<tr>{cells}</tr>", cells=joined(cells, "")))
    heads = [
        _in("th", say("Learner")),
        *(_in("th", title_of(report.overview, unit.unit_id)) for unit in units),
    ]
    heads.append(_in("th", say("Last seen")))
    return framed(
        "{title}<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
        title=_in("h2", say("Class")),
        heads=joined(heads, ""),
        rows=joined(rows, ""),
    )


def _unit_cell(unit: UnitReview | None) -> Said:
    if unit is None:
        return framed("<td class=quiet>&ndash;</td>")
    word, tone = _STATES[unit.state]
    return framed(
        "<td><b class={tone}>{word}</b><br><small>{effort}</small></td>",
        tone=tone,
        word=say(word),
        effort=effort_sentence(unit),
    )


def _stuck(report: ClassReport) -> Iterator[Said]:
    lines = [
        framed(
            "<li><b>{learner}</b> {sentence}</li>",
            learner=escape(learner.learner_id),
            sentence=shaped(
                escape, stuck_sentence(stuck, title_of(report.overview, stuck.unit_id))
            ),
        )
        for learner, stuck in everybody_stuck(report.overview)
    ]
    if lines:
        yield _in("h2", say("Stuck now"))
        yield framed("<ul>{lines}</ul>", lines=joined(lines, ""))


def _learner(report: ClassReport, learner: OverviewLearner) -> Said:
    seen = say("Last seen on {date}.", date=local_time(learner.last_seen))
    parts = [_in("h2", learner.learner_id), framed("<p class=quiet>{text}</p>", text=seen)]
    if learner.skills:
        rows = [
            (
                skill_title(report.overview, skill.skill),
                percent(skill.p_known),
                str(skill.successes),
                str(skill.attempts - skill.successes),
            )
            for skill in learner.skills
        ]
        parts.append(
            _table((say("Skill"), say("Mastery"), say("Passed Without Help"), say("Not Met")), rows)
        )
    reasons = {decision.unit_id: decision for decision in learner.decisions}
    for unit in learner.units:
        parts.append(_in("h3", title_of(report.overview, unit.unit_id)))
        parts.append(_in("p", effort_sentence(unit)))
        parts.append(_in("p", tries_sentence(unit)))
        if decision := reasons.get(unit.unit_id):
            parts.append(
                framed(
                    "<p class=decision>{text}<br><small>{reasons}</small></p>",
                    text=shaped(escape, say("“{text}”", text=recognised(decision.learner_text))),
                    reasons=shaped(escape, decision_sentences(decision, report.overview)),
                )
            )
        work = report.works.get((learner.learner_id, unit.unit_id))
        if work:
            parts.append(_steps(work))
    return framed("<section>{parts}</section>", parts=joined(parts, ""))


def _steps(work: UnitWorkReply) -> Said:
    steps = joined((_step(step) for step in steps_of(work)), "")
    listed = framed("<ol class=steps>{steps}</ol>", steps=steps)
    if not work.earlier_entries:
        return listed
    earlier = say("{count} earlier entries are in the record.", count=work.earlier_entries)
    return joined((framed("<p class=quiet>{text}</p>", text=earlier), listed), "")


def _step(step: StepView) -> Said:
    head = framed(
        "<time>{when}</time><b class={kind}>{text}</b>",
        when=step.when,
        kind=step.kind.value,
        text=shaped(escape, step.text),
    )
    parts = [head, *(_in("p", note) for note in step.notes)]
    if step.rows:
        rows = (
            framed(
                "<tr class={holds}>{cells}</tr>",
                holds="yes" if row.holds else "no",
                cells=joined(
                    (_in("td", cell) for cell in (row.what, row.measured, row.needed)), ""
                ),
            )
            for row in step.rows
        )
        names = (say("Requirement"), say("Measured"), say("Needed"))
        parts.append(_rows(names, rows))
    return framed("<li>{parts}</li>", parts=joined(parts, ""))


def _counts_table(of: str, counted: list[tuple[str, Counts]]) -> Said:
    if not counted:
        return _in("p", say("There is nothing yet."))
    parts = list(counted[0][1].cells)
    rows = [
        (name, _number(counts.total), *(_number(counts.cells[part]) for part in parts))
        for name, counts in counted
    ]
    return _table((of, say("Learners"), *(say(_PARTS[part]) for part in parts)), rows)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Said:
    return _rows(
        heads,
        (
            framed("<tr>{cells}</tr>", cells=joined((_in("td", cell) for cell in row), ""))
            for row in rows
        ),
    )


def _rows(heads: Iterable[str], rows: Iterable[Said]) -> Said:
    return framed(
        "<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
        heads=joined((_in("th", text) for text in heads), ""),
        rows=joined(rows, ""),
    )


def _number(value: float | None) -> str:
    return say("hidden") if value is None else f"{value:g}"


def _page(title: str, body: Iterable[Said]) -> Said:
    """The page. The two letters of its language are what a translator gives for "en"."""
    return framed(
        '<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>{title}</title>\n<style>{style}</style>\n<main>\n{body}\n</main>\n</html>\n",
        language=say("en"),
        title=shaped(escape, say("{title} · report", title=title)),
        style=STYLE,
        body=joined(body, "\n"),
    )
