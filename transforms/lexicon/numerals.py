"""Words that are numbers or parts of numbers."""

ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "  # noqa: SIM905
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
} | {"fourty": 40}
SMALL = ONES | TENS

# What a number is multiplied by, as a word of its own.
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "dozen": 12.0, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "mln": 1e6, "mil": 1e6, "mn": 1e6,
    "mio": 1e6,
    "bln": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
    "thousands": 1e3,
}  # fmt: skip
PLURAL_SCALES = frozenset({"millions", "billions", "trillions", "thousands"})

# One letter after a number: a scale after money or before a noun, else a unit.
LETTER_SCALES = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mm": 1e6, "b": 1e9, "B": 1e9, "t": 1e12, "T": 1e12}

# "dozens": at least two of the base.
VAGUE = {
    "dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
    "scores": 20.0, "tens": 10.0, "decades": 10.0,
}  # fmt: skip
VAGUE_MULTIPLIERS = frozenset({"several", "few", "many"})  # "several thousand", "a few hundred"

DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")

# Nouns that an article counts after "less than", "nearly": "less than an hour"; and of which there are parts.
WHOLE_UNITS = frozenset(
    """
    second minute hour day week month year decade century mile kilometer kilometre meter metre foot inch yard acre
    hectare tonne ton pound ounce kilogram kilogramme kilo gram litre liter gallon pint barrel degree dollar euro cent
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# Nouns that "half" and "quarter" cut right before them: "a quarter-point", "half a percent", "half-mile".
PARTED_UNITS = frozenset(["percentage", "percent", "per", "point", "points", "mile", "hour", "inch", "pound", "%"])
# Words before an article or "half" that make a number of it.
GLIMPSED = frozenset(["than", "nearly", "almost", "about", "over", "under", "least", "most", "around", "roughly"])
