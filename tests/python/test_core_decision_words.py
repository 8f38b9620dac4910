"""A decision in an instructor's words: names and figures, no id and no formula."""

import unittest
from typing import Any

from core.decision_words import decision_sentences, percent, skill_title, title_of
from core.replies import OverviewDecision, OverviewUnit, Reason
from review_samples import overview
from shape_samples import sample

CLASS = overview()


def reason(code: Any, value: float = 0.0, needed: float = 0.0, name: str = "") -> Reason:
    return Reason(code=code, value=value, needed=needed, name=name)


def said(*reasons: Reason, **values: Any) -> str:
    given: dict[str, Any] = {
        "go_back_to": "",
        "action": "advance_to_next_event", "phase": "onboarding", "next_phase": "introduction",
    }  # fmt: skip
    decision = sample(OverviewDecision, reasons=reasons, **{**given, **values})
    return str(decision_sentences(decision, CLASS))


class DecisionWordsTest(unittest.TestCase):
    def test_what_was_decided_comes_with_each_reason_and_what_it_needs(self) -> None:
        text = said(
            reason("tries", 3, 4),
            reason("index", 0.62, 0.55),
            reason("p_known", 0.8249, 0.8, "cup"),
        )
        self.assertEqual(
            text,
            "Ready for introduction: 3 of 4 tries passed without help; progress 62 %, needs 55 %; "
            "mastery of “Cup & saucer” at least 82 %, needs 80 %.",
        )

    def test_every_action_has_its_own_beginning(self) -> None:
        self.assertEqual(said(phase="mastery"), "This unit is mastered.")
        self.assertEqual(said(action="continue_current_event"), "Goes on with onboarding.")
        helped = said(action="provide_additional_support")
        self.assertEqual(helped, "Needs more help in onboarding.")
        back = said(action="remediate_prerequisites", go_back_to="spoon")
        self.assertEqual(back, "Should go back to “Spoon” first.")

    def test_no_reason_of_the_engine_is_without_words_and_none_shows_a_code(self) -> None:
        for code in Reason.__annotations__["code"].__args__:
            with self.subTest(code):
                text = said(reason(code, 2.0, 3.0, "cup"))
                self.assertRegex(text, r"^Ready for introduction: .*\.$")
                self.assertNotIn("_", text)

    def test_what_misses_its_limit_never_reads_as_if_it_met_it(self) -> None:
        self.assertEqual(
            [percent(one) for one in (0.8999, 0.9, 1.0, 0.29)], ["89 %", "90 %", "100 %", "29 %"]
        )

    def test_a_unit_of_another_file_is_named_in_words(self) -> None:
        units = (*CLASS.units, OverviewUnit(unit_id="unit_1", title="unit_1"))
        other = type(CLASS)(units=units, learners=())
        self.assertEqual(title_of(other, "unit_1"), "Unit 1")
        self.assertEqual(skill_title(other, "Placing Parts"), "Placing Parts")


if __name__ == "__main__":
    unittest.main()
