"""Document → whose dollars a bare "$" means: the country that the story is about."""

from collections import Counter

from schemas.context import Context
from transforms.claims.words import Word
from transforms.lexicon.currencies import DOLLARS, UNITED_STATES

LEAST = 2  # mentions of a country before a story is about it


def home_dollar(words: list[Word], context: Context) -> str:
    """Return the ISO code of a bare "$": that of the country named most often, the United States among them.

    The outlet's own country decides unless the text names the United States more often than it.
    """
    counts: Counter[str] = Counter()
    for word in words:
        for code, (_, names) in DOLLARS.items():
            if word.lower in names:
                counts[code] += 1
        if word.lower in UNITED_STATES and (word.lower != "us" or word.text == "US"):
            counts["USD"] += 1
    home = next((code for code, (country, _) in DOLLARS.items() if country == context.country), None)
    if home and counts["USD"] <= counts[home]:
        return home
    code, count = max(counts.items(), key=lambda item: (item[1], item[0]), default=("USD", 0))
    return code if count >= LEAST and counts["USD"] < count else "USD"
