"""Be Vietnam Pro has no figures of equal width, and a clock set in it trembles.

Writes src/styles/figures/*.woff2: the ten digits alone, as drawn, plus a second set with equal advances
behind the OpenType feature `tnum`, so that `font-variant-numeric: tabular-nums` works as it does elsewhere.
Needs fonttools and brotli; run from this folder's parent after installing @fontsource/be-vietnam-pro.
"""

import copy
import pathlib
import sys

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

source = pathlib.Path(sys.argv[1])
target = pathlib.Path("src/styles/figures")

for weight in (400, 600, 700):
    font = TTFont(source / f"be-vietnam-pro-latin-{weight}-normal.woff2")
    options = Options(layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14], notdef_outline=False)
    subset = Subsetter(options)
    subset.populate(text="0123456789")
    subset.subset(font)
    cmap, glyf, hmtx = font.getBestCmap(), font["glyf"], font["hmtx"]
    digits = [cmap[ord("0") + n] for n in range(10)]
    # The width of the zero: the four, a little wider, has room to spare in its side bearings.
    width = hmtx[digits[0]][0]
    for name in digits:
        advance, bearing = hmtx[name]
        shift = round((width - advance) / 2)
        twin = copy.deepcopy(glyf[name])
        twin.coordinates.translate((shift, 0))
        twin.recalcBounds(glyf)
        glyf[name + ".tnum"] = twin
        hmtx[name + ".tnum"] = (width, bearing + shift)
    font.setGlyphOrder(glyf.glyphOrder)
    rules = "\n".join(f"sub {name} by {name}.tnum;" for name in digits)
    addOpenTypeFeaturesFromString(font, f"feature tnum {{\n{rules}\n}} tnum;")
    font.flavor = "woff2"
    font.save(target / f"figures-{weight}.woff2")
