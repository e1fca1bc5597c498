from helpers.errors import KitError


def test_a_student_sees_the_sentence_and_no_traceback() -> None:
    assert KitError("The disk is full.")._render_traceback_() == ["The disk is full."]
