import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.parses.tokenize import tokenize

# A text on the left, its words on the right.
CORPUS = {
    "The so-called deal": "The so - called deal",
    "a 25-year-old man": "a 25 - year - old man",
    "anti-tank and non-profit e-mail": "anti-tank and non-profit e-mail",
    "mid-August's pre-war pro-Dublin rally": "mid-August 's pre-war pro-Dublin rally",
    "US-led, EU-wide": "US - led , EU - wide",
    "paid $33 million": "paid $ 33 million",
    "€5.2m or US$6bn": "€ 5.2 m or US$ 6 bn",
    "rose 40% to 1,200.50": "rose 40 % to 1,200.50",
    "20-30 people": "20 - 30 people",
    "20–30 people": "20 – 30 people",
    "at 5pm, 7:30 a.m. or 9 p.m.": "at 5 pm , 7:30 a.m. or 9 p.m.",
    "the 1970s, the 21st, Q3 and 5G": "the 1970s , the 21st , Q3 and 5G",
    "on 9/11, 2021-03-12 and 3/4/2020": "on 9/11 , 2021-03-12 and 3/4/2020",
    "It didn't; it can't. Cannot!": "It did n't ; it ca n't . Can not !",
    "they’ve won’t": "they ’ve wo n’t",
    "Iran's and the parents' car": "Iran 's and the parents ' car",
    "O'Rourke at 8 o'clock": "O'Rourke at 8 o'clock",
    "the U.S.-led force of the U.N.": "the U.S. - led force of the U.N.",
    "Mr. Doe met Gen. J. Roe.": "Mr. Doe met Gen. J. Roe .",
    "No. 10 said no.": "No. 10 said no .",
    "on Mar. 3. The sun sat.": "on Mar. 3 . The sun sat .",
    "between eight and10 boats": "between eight and 10 boats",
    "see https://example.org/a?b=1, or ask@example.org.": "see https://example.org/a?b=1 , or ask@example.org .",
    "wait... what?! -- well": "wait ... what ?! -- well",
    "“Go,” he said": "“ Go , ” he said",
    "AT&T and R&D": "AT&T and R&D",
    "café naïve Zoë": "café naïve Zoë",
    "fine 👍🏽 thanks": "fine 👍🏽 thanks",
    "ends here.Next": "ends here . Next",
}


@pytest.mark.parametrize("text", CORPUS)
def test_words_of(text):
    assert " ".join(text[start:end] for start, end in tokenize(text)) == CORPUS[text]


@given(st.text())
def test_spans_are_in_order_and_leave_only_white_space(text):
    position = 0
    for start, end in tokenize(text):
        assert start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
