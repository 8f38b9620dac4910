"""The report's plots, as SVG that stands in the page."""

import io
from typing import Any

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
from matplotlib.figure import Figure

INK, QUIET, LINE = "#1d2733", "#74808c", "#2563a8"
BANDS = (
    (0.0, 0.4, "#f6dcd8", "remediate"),
    (0.4, 0.6, "#fbeccd", "support"),
    (0.6, 0.8, "#e4eef7", "continue"),
    (0.8, 1.0, "#d8eee0", "advance"),
)
plt.rcParams.update(
    {
        "font.family": "DejaVu Sans",
        "font.size": 9,
        "svg.fonttype": "path",
        "axes.edgecolor": QUIET,
        "text.color": INK,
        "axes.labelcolor": INK,
        "xtick.color": QUIET,
        "ytick.color": QUIET,
    }
)


def index_over_decisions(decisions: list[dict[str, Any]], titles: dict[str, str]) -> str:
    """Each unit's ∂ at its decisions, over the bands of the four actions."""
    figure, axes = plt.subplots(figsize=(5.6, 2.7), layout="constrained")
    for low, high, colour, name in BANDS:
        axes.axhspan(low, high, color=colour, linewidth=0)
        axes.text(
            len(decisions) + 0.42, (low + high) / 2, name, ha="right", va="center", color=QUIET
        )
    for unit_id, title in titles.items():
        at = [n for n, each in enumerate(decisions) if each["unit_id"] == unit_id]
        index = [decisions[n]["state"] for n in at]
        axes.plot(at, index, linewidth=2, marker="o", markersize=4, label=title)
    axes.set(xlim=(-0.2, len(decisions) + 0.5), ylim=(0, 1))
    axes.set_xticks(range(len(decisions)), [str(n) for n in range(1, len(decisions) + 1)])
    axes.set_xlabel("decision")
    axes.legend(fontsize=7, loc="lower left", framealpha=0.8)
    axes.set_title("Index ∂ of each unit; each begins at 0.50", loc="left", fontweight="bold")
    return _svg(figure)


def skills(known: list[dict[str, Any]], titles: dict[str, str]) -> str:
    """For each skill the chance that it is known, with the tries that this rests on."""
    by_name = {entry["skill"]: entry for entry in known}
    figure, axes = plt.subplots(figsize=(5.6, 2.7), layout="constrained")
    for row, skill in enumerate(titles):
        entry = by_name.get(skill)
        axes.barh(row, 1, color="#edf0f3", height=0.55)
        if entry:
            axes.barh(row, entry["p_known"], color=LINE, height=0.55)
            label = f"{entry['p_known']:.2f}   {entry['successes']} of {entry['attempts']}"
        else:
            label = "not tried"
        axes.text(1.02, row, label, va="center", color=INK if entry else QUIET)
    axes.axvline(0.9, color=QUIET, linestyle=":", linewidth=1)
    axes.set_yticks(range(len(titles)), list(titles.values()))
    axes.set(xlim=(0, 1.32))
    axes.set_xticks([0, 0.5, 0.9], ["0", "0.5", "0.9 to advance"])
    axes.invert_yaxis()
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_title("Chance that the skill is known", loc="left", fontweight="bold")
    return _svg(figure)


def _svg(figure: Figure) -> str:
    text = io.StringIO()
    figure.savefig(text, format="svg", transparent=True, metadata={"Date": None})
    plt.close(figure)
    svg = text.getvalue()
    return svg[svg.index("<svg") :]
