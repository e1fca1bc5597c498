"""Words of the site’s front page."""

from __future__ import annotations

LEAD = (
    "A teaching kit on war reporting. It takes one real tabloid report apart: who says so, who is "
    "unnamed, how many, and how it is told."
)
PROMISE = (
    "After the lessons you know what to ask of any report on a war: who really said it, how they "
    "could know, how sure the words are, and what a number can and cannot tell. The kit judges the "
    "sourcing, never the war, and it asks you to recognise a sound source as often as a weak one."
)
BEGIN = "Begin with “{lesson}”"
PICTURE = "Lesson 02 on a laptop: a student colours the article by who speaks in each sentence."
LESSONS = "The lessons"
HEADS = ("Lesson", "Minutes", "Extra", "What a student can do afterwards")
MINUTES_SAID = (
    "The minutes are those of a slow reader. Whatever a lesson calls Extra is folded, and nothing "
    "later needs it."
)
STUDENTS = "For students"
STUDENTS_SAID = (
    (
        "You need this page and nothing else: no account, no installation, no code. Everything "
        "runs in your browser, on a phone as well."
    ),
    (
        "Your answers stay in this browser and are sent nowhere. When you have finished a lesson, "
        "open “Your work” at its top and press “Download my work”. The file is what you hand in, "
        "and it brings your answers back on another computer."
    ),
    (
        "Once one lesson has been ready for a minute, all the lessons also work without a network "
        "in this browser."
    ),
)
SAVING = "What happens to your work"
LEARNERS = "For self-learners"
LEARNERS_SAID = (
    "Take the lessons in order, one a day, but wait two to six weeks before the last one, “Later”. "
    "Where a card asks you to talk to somebody, it tells you what to do alone."
)
LEARNERS_KEYS = "“Second read” shows you what has changed since “Cold read”."
INSTRUCTORS = "For instructors"
INSTRUCTORS_SAID = (
    (
        "Send your students the address of a lesson. It runs in each student’s own browser, so it "
        "makes no difference how many of them there are."
    ),
    (
        "Your students hand in the file that “Download my work” makes. Drop these files on the "
        "page of the class report: it tells you what to talk about tomorrow, and nothing of them "
        "leaves your computer."
    ),
)
PAPER = "On paper"
PAPER_HEADS = ("Lesson", "For the class", "For you, with the answers")
SHEET = "Sheet"
KEY_SHEET = "Key"
REPORT = "The class report"
GUIDE = "The guide: plans of 45, 25 and 90 minutes, and all lessons one by one"
HUB = "A server of your own for a class: JupyterHub"
SIMULATED = "The simulated class, on which you can try the report"
WITHOUT_KEYS = (
    "This edition is for a class: the keys of the tests, the answers on paper and the guide are "
    "left out. Your instructor has them."
)
MORE = "Where it comes from"
TEXTS = "The texts, where they are from and what is known about them"
SOURCE = "The kit’s source, to run it on your own computer"
PROJECT = "https://github.com/according-to-reports/according-to-reports"
