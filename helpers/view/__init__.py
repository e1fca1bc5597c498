"""All that a browser sees: escaped markup, cards, the marker. Nothing here knows an answer."""
