"""How numbers are written on Russian pages: with a point, as in the drawings.

A drawing in SVG and a value in an address have their own grammar, in which a decimal comma separates
two numbers. Every template writes numbers; so the point is the rule for all.
"""

DECIMAL_SEPARATOR = "."
