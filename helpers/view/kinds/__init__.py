"""How each kind looks. To add one, add its line: its file has the name of the kind."""

from helpers.view.kinds import (
    annotate,
    choice,
    estimate,
    journey,
    order,
    panel,
    poll,
    rate,
    sort,
    swap,
    trial,
    write,
)
