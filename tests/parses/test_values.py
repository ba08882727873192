import pytest

from transforms.parses.values import find_values

# Words of a text on the left, what is found on the right.
CORPUS = {
    "He paid $ 3.5 million on 4 May 2021 .": ["MONEY $ 3.5 million", "DATE 4 May 2021"],
    "€ 20 – € 30 bn was spent by 2019": ["MONEY € 20 – € 30 bn", "DATE 2019"],
    "40 dollars , up 12 %": ["MONEY 40 dollars", "PERCENT 12 %"],
    "Sales fell 3 to 4 percent last year": ["PERCENT 3 to 4 percent", "DATE last year"],
    "At 7:30 p.m. on Friday": ["TIME 7:30 p.m.", "DATE Friday"],
    "in March , on March 3 , 2020": ["DATE March", "DATE March 3 , 2020"],
    "the 1990s and 2021-03-04": ["DATE 1990s", "DATE 2021-03-04"],
    "They may march in 12 towns": [],
    "Room 2020 was full": [],
    "May told 2000 people": [],
}


@pytest.mark.parametrize("text", CORPUS)
def test_values_of(text):
    words = text.split()
    assert [f"{label} {' '.join(words[start:end])}" for start, end, label in find_values(words)] == CORPUS[text]
