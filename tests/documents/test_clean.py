"""A page becomes a document with all that it says of itself, or is rejected with the reason."""

from datetime import UTC, datetime

import pytest

from schemas.faults import Rejected
from tests.documents.rows import SAMPLES, cleaned, page_of, samples, source_of
from transforms.documents.clean import clean

BODY = """
<p>The regional council voted on Tuesday to close two of its five ferry lines from the first of January.</p>
<p>“We cannot run empty ships,” said the head of transport, Greta Holm, whose budget was cut by 12 percent.</p>
<p>About 1,400 people use the lines each day, according to the operator; in summer it is three times as many.</p>
<p>Islanders announced a protest in front of the council building and collected 9,000 signatures in a week.</p>
"""
HEAD = """<title>Council closes two ferry lines | Valley Herald</title>
<meta property="og:site_name" content="Valley Herald"><link rel="canonical" href="/news/ferries?utm_source=x">"""
TEXT_START = "The regional council voted on Tuesday"


def html(body: str = BODY, head: str = HEAD) -> str:
    article = f"<article><h1>Council closes two ferry lines</h1>{body}</article>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{article}</body></html>"


def json_ld(fields: str) -> str:
    return HEAD + f'<script type="application/ld+json">{{"@context":"https://schema.org",{fields}}}</script>'


def reason(body: bytes | str, **known: str) -> str:
    with pytest.raises(Rejected) as caught:
        cleaned(body, **known)
    return caught.value.reason


def test_the_text_is_the_paragraphs():
    document = cleaned(html())
    assert document.text.split("\n")[0].startswith(TEXT_START)
    assert document.text.count("\n\n") == 3
    assert document.title == "Council closes two ferry lines"
    assert document.canonical_url == "https://valley.example/news/ferries"
    assert document.language == "en"


def test_json_ld_says_who_and_when():
    head = json_ld(
        '"@type":"NewsArticle","headline":"Council closes two ferry lines &amp; one pier",'
        '"datePublished":"2026-10-06T09:30:00+02:00","dateModified":"2026-10-06T11:00:00Z",'
        '"author":[{"@type":"Person","name":"Ada Brink"},{"@type":"Person","name":"Leo Marsh"},{"name":"ada-brink"}],'
        '"articleSection":["Transport"]'
    )
    document = cleaned(html(head=head))
    assert document.title == "Council closes two ferry lines & one pier"
    assert document.byline == "Ada Brink; Leo Marsh"
    assert document.published_at == datetime(2026, 10, 6, 7, 30, tzinfo=UTC)
    assert document.updated_at == datetime(2026, 10, 6, 11, tzinfo=UTC)
    assert document.section == "Transport"


def test_the_article_is_found_in_a_graph_and_broken_json_is_passed_over():
    graph = '"@graph":[{"@type":"WebSite","name":"x"},{"@type":["ReportageNewsArticle"],"headline":"Ferries go"}]'
    head = '<script type="application/ld+json">{broken</script>' + json_ld(graph)
    assert cleaned(html(head=head)).title == "Ferries go"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_the_charset_is_found(charset):
    text = html(BODY.replace("Greta Holm", "Zoë Müller"))
    stated = {"content_type": f"text/html; charset={charset}"}
    assert "Zoë Müller" in cleaned(text.encode(charset), **stated).text


def test_a_wrong_charset_in_the_header_gives_way_to_the_bytes():
    text = html(BODY.replace("Greta Holm", "Zoë Müller")).encode("windows-1252", "replace")
    assert "Zoë Müller" in cleaned(text, content_type="text/html; charset=utf-8").text


def test_plain_text_passes_without_its_credits():
    plain = BODY.replace("<p>", "").replace("</p>", "\n") + "\nPhoto: Ada Brink\n© 2026 Valley Herald"
    document = cleaned(plain, content_type="text/plain")
    assert document.text.startswith(TEXT_START)
    assert [each.rule for each in document.dropped_lines] == ["caption", "copyright"]


def test_keys_follow_from_content():
    one, again, changed = cleaned(html()), cleaned(html()), cleaned(html(BODY.replace("1,400", "1,500")))
    assert one.document_id == again.document_id
    assert one.article_id == changed.article_id
    assert one.document_id != changed.document_id


def test_nothing_is_deleted_silently():
    document = cleaned(html(BODY + "<p>Sign up to our newsletter for the news of the valley.</p>"))
    assert [each.rule for each in document.dropped_lines] == ["repeated_title", "newsletter"]


LINKS = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(60))


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        ("empty", b"  \n"),
        ("not_text", b"%PDF-1.7 and so on"),
        ("not_text", bytes(range(32)) * 40),
        ("too_large", b"x" * 12_000_001),
        ("too_short", html("<p>More follows soon.</p>")),
        ("not_an_article", f"<html><body><ul>{LINKS}</ul></body></html>"),
        ("empty", "<html><body></body></html>"),
        ("soft_404", html(BODY.replace("ferry", "f."), "<title>Page not found</title>")),
        ("soft_404", html(BODY.replace("ferry", "f."), "<title>404 | Courier</title>")),
    ],
)
def test_rejections(expected, body):
    assert reason(body) == expected


def test_four_hundred_and_four_are_no_missing_page():
    assert cleaned(html(BODY, "<title>404 passengers stranded</title>")).text.startswith(TEXT_START)


def test_a_wall_rejects_a_teaser_but_not_a_whole_text():
    head = json_ld('"@type":"NewsArticle","isAccessibleForFree":false')
    wall = "<div><h3>This article is for subscribers only</h3><p>Already a subscriber? Sign in.</p></div>"
    assert reason(html(BODY + wall, head)) == "paywalled_teaser"
    longer = "".join(BODY.replace("ferry", f"ferry {n}").replace("1,400", f"1,4{n}0") for n in range(9))
    assert cleaned(html(longer + wall, head)).text.startswith(TEXT_START)
    assert cleaned(html(BODY, head)).text.startswith(TEXT_START)  # not free, but no wall in sight


def test_news_about_consent_is_no_consent_page():
    news = (
        "<p>Sites must ask before they set cookies, the regulator said on Tuesday, and fined two of them.</p>"
        "<p>“Accept all must not be the only button,” said its head, Greta Holm, after 1,400 complaints in a year.</p>"
        "<p>The fine of 3 million pounds is the first since the law came into force, and will be appealed.</p>"
        "<p>Both companies said that they had changed their banners and that no personal data was sold.</p>"
    )
    assert cleaned(html(news)).text.startswith("Sites must ask")


def test_another_language_is_rejected():
    german = (
        "<p>Der Regionalrat hat am Dienstag beschlossen, zwei der fünf Fährlinien zum ersten Januar einzustellen.</p>"
    )
    assert (
        reason(html(german * 1 + german.replace("Dienstag", "Abend") + german.replace("zwei", "drei")))
        == "wrong_language"
    )


def test_an_article_in_a_table_of_layout_is_found():
    whole = [f"The council of district {n} debated the ferry for {n + 2} hours on Tuesday." for n in range(20)]
    cells = f"<td><a href='/a'>News</a></td><td>{''.join(f'<p>{line}</p>' for line in whole)}</td>"
    assert cleaned(html(f"<table><tr>{cells}</tr></table>")).text.split("\n\n") == whole


def test_the_year_of_a_copyright_is_no_day_of_publication():
    assert cleaned(html(BODY + "<p>Copyright 2026 Valley Herald. All rights reserved.</p>")).published_at is None


def test_a_gone_service_in_the_news_is_no_lost_page():
    assert cleaned(html(BODY.replace("empty ships", "ships to an island that no longer exists"))).text


def test_the_metadata_help_out_where_the_page_shows_little():
    whole = " ".join(f"The council of district {n} debated the ferry for {n + 2} hours on Tuesday." for n in range(40))
    head = json_ld(f'"@type":"NewsArticle","articleBody":"{whole}"')
    page = html("<p>The council of district 0 debated the ferry for 2 hours on Tuesday.</p>", head)
    assert cleaned(page).text == whole


def test_the_sample_feed_is_clean():
    texts = [document.text for document in samples()]
    assert len(texts) == 32
    residue = (
        "Sign up",
        "Copyright",
        "©",
        "Advertisement",
        "Also read",
        "Share this",
        "cookies",
        "Photograph:",
        "editing by",
    )
    assert [(word, text) for text in texts for word in residue if word in text] == []


REJECTED = {
    "2026-10-05/delta_post/business.html": "not_an_article",
    "2026-10-06/delta_post/breaking-niger-arrests.html": "too_short",
    "2026-10-06/harbour_courier/niger-ambush-explained.html": "too_short",
    "2026-10-06/meridian_wire/chili-greve-des-dockers.html": "wrong_language",
    "2026-10-07/harbour_courier/norrvik-inside-story.html": "paywalled_teaser",
    "2026-10-07/lakeland_tribune/strike-latest.html": "soft_404",
}


def test_the_traps_of_the_sample_feed_are_rejected():
    found = {}
    for path in SAMPLES.glob("*/*/*.html"):
        body = path.read_bytes()
        try:
            clean(body, page_of(body), source_of())
        except Rejected as rejected:
            found[str(path.relative_to(SAMPLES))] = rejected.reason
    assert found == REJECTED
