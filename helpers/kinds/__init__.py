"""The kinds of exercise: content, marking and feedback, in pure Python."""
