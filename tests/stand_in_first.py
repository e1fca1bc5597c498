"""A plugin of pytest: the kit’s widgets are made of the stand-in, as in a browser alone.

All other imports, those of Jupyter and of the tests themselves, find the real packages.
"""

import importlib
import sys

from helpers.player import stand_in

NAMES = ("anywidget", "ipywidgets", "traitlets")
real = {name: sys.modules.pop(name) for name in NAMES if name in sys.modules}
stand_in.install()
importlib.import_module("helpers.view.widget")
for name in NAMES:
    del sys.modules[name]
sys.modules.update(real)
