"""What passes between the page and the workbook: one file for each piece that listens."""

from helpers.exchange.card import Card
from helpers.exchange.codename import CodeName, suggest
from helpers.exchange.savebar import SaveBar

__all__ = ["Card", "CodeName", "SaveBar", "suggest"]
