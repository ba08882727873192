"""The engine's interface and what it must not unlearn, on short texts of our own."""

import json
import shutil

import pytest

from newsledger.engine import load_engine
from newsledger.engine.network import BrokenModelError
from newsledger.parse_command import render_parse

NEWS = (
    "Two trains collided outside Leeds on Friday, killing at least nine passengers, police said.\n\n"
    "The transport minister, Anna Kowalska, told reporters that repairs would cost $14 million."
)


@pytest.fixture(scope="module")
def nlp():
    return load_engine()


def arc(doc, word):
    """Return (relation, head) of the first token that reads `word`."""
    token = next(token for token in doc if token.text == word)
    return token.dep_, token.head.text


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "",
        " ",
        "\n\n",
        "  Led by nobody ,  they  left .\n \n\tThen\r\nrain fell 🌧️ hard\u00a0. ",
        "word " * 700,
        "x" * 5000,
        "“We won,” she said.\n\n“All of us.”",
        "\u200bzero\ufeffwidth\x00",
    ],
)
def test_tokens_keep_their_places(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    for sentence in doc.sents:
        assert all(token.head in sentence for token in sentence)
        assert sum(token.dep_ == "root" for token in sentence) <= 1
        assert all((token.head.i == token.i) == (token.dep_ == "root") for token in sentence if not token.is_space)


def test_every_word_is_described(nlp):
    for token in nlp(NEWS):
        assert token.pos_
        assert token.dep_
        assert token.lemma_
        assert token.tag_


def test_sentences(nlp):
    assert [sentence.text.strip()[-12:] for sentence in nlp(NEWS).sents] == ["police said.", "$14 million."]


def test_headline_without_a_stop_is_a_sentence_of_its_own(nlp):
    doc = nlp("Storm cuts power to thousands\n\nA storm cut power to thousands of homes on Sunday.")
    assert len(list(doc.sents)) == 2


def test_who_did_what(nlp):
    doc = nlp(NEWS)
    assert arc(doc, "trains") == ("nsubj", "collided")
    assert arc(doc, "passengers") == ("obj", "killing")
    assert arc(doc, "nine") == ("nummod", "passengers")
    assert arc(doc, "police") == ("nsubj", "said")
    assert arc(doc, "minister") == ("nsubj", "told")
    assert arc(doc, "reporters")[1] == "told"
    assert arc(doc, "million") == ("nummod", "$")
    assert arc(doc, "$") == ("obj", "cost")


def test_passive_and_agent(nlp):
    doc = nlp("Four men were arrested by soldiers on Tuesday.")
    assert arc(doc, "men") == ("nsubj:pass", "arrested")
    assert arc(doc, "were") == ("aux:pass", "arrested")
    assert arc(doc, "soldiers") == ("obl:agent", "arrested")
    assert arc(doc, "Tuesday") == ("obl", "arrested")


def test_negation_and_lemma(nlp):
    doc = nlp("The rebels didn't flee; thousands of women and children fled.")
    assert arc(doc, "n't") == ("advmod", "flee")
    lemmas = {token.text: token.lemma_ for token in doc}
    assert lemmas["fled"] == "flee"
    assert lemmas["women"] == "woman"
    assert lemmas["rebels"] == "rebel"
    assert lemmas["n't"] == "not"


@pytest.mark.parametrize(("text", "form", "lemma"), [("The blast injured 12 miners.", "injured", "injure")])
def test_a_lemma_that_is_no_word_gives_way_to_one_that_the_treebanks_hold(nlp, text, form, lemma):
    assert {token.lemma_ for token in nlp(text) if token.text == form} == {lemma}


def test_entities(nlp):
    doc = nlp("French troops left Mali after talks between Maria Lopez and the World Bank.")
    assert {(entity.text, entity.label_) for entity in doc.ents} >= {
        ("French", "NORP"),
        ("Mali", "LOC"),
        ("Maria Lopez", "PERSON"),
        ("World Bank", "ORG"),
    }


def test_values_are_entities_too(nlp):
    found = {(entity.text, entity.label_) for entity in nlp(NEWS).ents}
    assert found >= {("Friday", "DATE"), ("$14 million", "MONEY"), ("Leeds", "LOC")}


def test_a_batch_reads_as_each_text_alone(nlp):
    texts = [NEWS, "", "Prices rose 3%.", NEWS * 3]
    for doc, text in zip(nlp.pipe(texts), texts, strict=True):
        alone = nlp(text)
        assert [(one.head.i, one.dep_, one.tag_, one.lemma_, one.ent_type_) for one in doc] == [
            (two.head.i, two.dep_, two.tag_, two.lemma_, two.ent_type_) for two in alone
        ]


def test_a_changed_model_is_refused(tmp_path):
    from newsledger.engine import OWN_MODELS  # noqa: PLC0415 (used here alone)

    copy = tmp_path / "models"
    shutil.copytree(OWN_MODELS, copy)
    labels = json.loads((copy / "labels.json").read_text())
    (copy / "labels.json").write_text(json.dumps(labels | {"upos": []}))
    with pytest.raises(BrokenModelError, match=r"labels\.json"):
        load_engine(models=copy)


def test_a_missing_model_names_the_remedy(tmp_path):
    with pytest.raises(BrokenModelError, match="git checkout"):
        load_engine(models=tmp_path)


def test_another_engine_is_loaded_by_name():
    with pytest.raises(OSError, match="no_such_pipeline"):
        load_engine("no_such_pipeline")


def test_parse_shows_table_conllu_and_drawing():
    table = render_parse("Ten ships sank.")
    assert table.split("\n")[0].split() == ["0-3", "Ten", "ten", "NUM", "nummod", "ships"]
    rows = [line.split("\t") for line in render_parse("Ten ships sank.", "conllu").split("\n") if line[:1].isdigit()]
    assert [row[7] for row in rows] == ["nummod", "nsubj", "root", "punct"]
    assert all(len(row) == 10 for row in rows)
    assert render_parse("Ten ships sank.", "svg").startswith("<svg")
    with pytest.raises(ValueError, match="choose table"):
        render_parse("Ten ships sank.", "pdf")
