"""What passes between the page and the workbook: one file for each piece that listens."""

from helpers.exchange.card import Card
from helpers.exchange.codename import CodeName, suggest
from helpers.exchange.recorders import Recorders
from helpers.exchange.savebar import SaveBar
from helpers.exchange.toy import Toy

__all__ = ["Card", "CodeName", "Recorders", "SaveBar", "Toy", "suggest"]
