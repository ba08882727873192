"""Articles that nobody wrote: each of its own names and numbers, as many as a test needs."""

import random
from datetime import datetime, timedelta

_CONSONANTS, _VOWELS = "bdfghklmnprstv", "aeiou"
_ENDINGS = ("ton", "ford", "ham", "field", "well", "worth")  # or the odd page is taken for another language
_PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>{link}
<meta property="article:published_time" content="{published}"></head>
<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""
_PARAGRAPHS = (
    "A storm drove {one} families from their homes in {place} on {weekday}, Mayor {name} {family} said.",
    "The council of {place} will spend ${two} million on a new wall along the {river} river, she told reporters.",
    "About {three} people found shelter in a school, and {four} were taken to a hospital in {other}.",
    "The wall is to be finished next year. Work on the old one had cost ${five} million, the council said.",
)

# What makes a page long enough to be an article, and says nothing that could be counted.
FILLING = (
    "The work began in spring, when fishermen complained that their nets were torn again and again by the wrecks.",
    "The town will decide in winter what becomes of the place. Some want a swimming pool there, others a museum.",
    "Until then nobody may go into the water, and boats have to keep to the new channel that leads past the mole.",
)


def article(number: int, midnight: datetime) -> str:
    """Return the page of an article that ran within twenty hours of a midnight; no two numbers tell one story."""
    chance = random.Random(number)  # noqa: S311
    place, name, family, river, other = (_name(chance) for _ in range(5))
    numbers = dict(zip(("one", "two", "three", "four", "five"), chance.sample(range(2, 900), 5), strict=True))
    given = {"place": place, "name": name, "family": family, "river": river, "other": other, **numbers}
    published = midnight + timedelta(hours=number % 20, minutes=number % 60)
    paragraphs = [text.format(weekday=f"{midnight:%A}", **given) for text in _PARAGRAPHS]
    return page(f"{numbers['one']} families flee {place}", published, paragraphs)


def page(title: str, published: datetime, paragraphs: list[str], canonical: str | None = None) -> str:
    """Return a page as an outlet serves it; title and paragraphs are markup as they are."""
    return _PAGE.format(
        title=title,
        link=f'<link rel="canonical" href="{canonical}">' if canonical else "",
        published=published.isoformat(),
        paragraphs="".join(f"<p>{text}</p>" for text in paragraphs),
    )


def _name(chance: random.Random) -> str:
    syllables = (chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(3))
    return "".join((*syllables, chance.choice(_ENDINGS))).title()
