"""How each kind looks. To add one, add its line: its file has the name of the kind."""

from helpers.view.kinds import (
    annotate,
    choice,
    estimate,
    item,
    journey,
    order,
    panel,
    poll,
    rate,
    scale,
    sort,
    swap,
    trial,
    write,
)
