"""Whatever the bytes are, cleaning returns a document or a rejection, and its parts add up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.faults import Rejected
from tests.documents.rows import SAMPLES, cleaned
from transforms.documents.metadata import Metadata
from transforms.documents.strip import strip

MIN_CHARACTERS = 249
PAGES = sorted(SAMPLES.glob("*/*/*.html"))
LINES = st.lists(st.text(alphabet='abA .,:@©|"“”()/-\n01', max_size=60), max_size=12)


@settings(max_examples=60, deadline=None)
@given(page=st.sampled_from(PAGES), cut=st.floats(0, 1), junk=st.binary(max_size=40))
def test_a_damaged_page_never_crashes(page, cut, junk):
    body = page.read_bytes()
    place = int(cut * len(body))
    try:
        text = cleaned(body[:place] + junk + body[place + 200 :]).text
    except Rejected:
        return
    assert text.strip() == text
    assert len(text) > MIN_CHARACTERS


@settings(max_examples=200, deadline=None)
@given(lines=LINES)
def test_every_line_is_kept_or_dropped_in_order(lines):
    kept, dropped = strip(lines, [None] * len(lines), Metadata(title="A b", byline="A B"))
    assert sorted([*kept, *(each.text for each in dropped)]) == sorted(lines)
    remaining = iter(lines)
    assert all(line in remaining for line in kept)


@settings(max_examples=60, deadline=None)
@given(body=st.binary(max_size=400))
def test_junk_is_rejected(body):
    try:
        cleaned(body)
    except Rejected:
        return
    raise AssertionError(body)
