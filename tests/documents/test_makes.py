"""Of pages of whatever make, the article remains, and nothing else."""

import pytest

from tests.documents.makes import ARTICLE, CELLS, INTERVIEW, MAKES, QUESTIONS, SUBHEAD, WITH_SUBHEADS, WITH_TABLE
from tests.documents.rows import cleaned


def lines_of_page(body: str) -> list[str]:
    head = "<title>Board closes ferry terminal | Valley Herald</title>"
    page = f"<html lang='en'><head>{head}</head><body><h1>Board closes ferry terminal</h1>{body}</body></html>"
    return cleaned(page).text.split("\n\n")


@pytest.mark.parametrize("make", MAKES)
def test_the_article_is_all_that_remains(make: str) -> None:
    assert lines_of_page(MAKES[make]) == list(ARTICLE)


def test_subheads_questions_and_tables_belong_to_the_article() -> None:
    assert lines_of_page(WITH_SUBHEADS) == [*ARTICLE[:4], SUBHEAD, *ARTICLE[4:]]
    assert lines_of_page(INTERVIEW) == [line for pair in QUESTIONS for line in pair] + list(ARTICLE)
    assert CELLS in lines_of_page(WITH_TABLE)
