"""Show a text as the language engine sees it: what `newsledger parse` prints."""

from collections.abc import Iterator

from spacy import displacy
from spacy.tokens import Doc, Span, Token

from newsledger.engine import load_engine

FORMS = ("table", "conllu", "svg")


def render_parse(text: str, form: str = "table", engine: str | None = None) -> str:
    """Return the parse of `text` as a `table`, as `conllu` or as an `svg` drawing of its sentences.

    `engine` is a name for `load_engine`. Raises ValueError for another form.
    """
    if form not in FORMS:
        raise ValueError(f"no form of output {form!r}: choose {', '.join(FORMS)}")
    doc = load_engine(engine)(text)
    if form == "svg":
        drawing: str = displacy.render(_drawn(doc), style="dep", options={"compact": True, "fine_grained": False})
        return drawing
    if form == "conllu":
        return "\n".join(_conllu(sentence, number) for number, sentence in enumerate(doc.sents, start=1))
    return "\n".join(_table(sentence) for sentence in doc.sents)


def _drawn(doc: Doc) -> list[Span]:
    """Return the sentences that have words to draw."""
    return [sentence for sentence in doc.sents if _words(sentence)]


def _words(sentence: Span) -> list[Token]:
    return [token for token in sentence if not token.is_space]


def _table(sentence: Span) -> str:
    """Return one line a word: place in the text, word, lemma, tag, relation, head, entity."""
    rows = [
        (
            f"{word.idx}-{word.idx + len(word)}",
            word.text,
            word.lemma_,
            word.pos_,
            word.dep_,
            word.head.text if word.head.i != word.i else "",
            f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "",
        )
        for word in _words(sentence)
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(7)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([*lines, ""])


def _conllu(sentence: Span, number: int) -> str:
    """Return the ten columns of CoNLL-U; entities stand in the last one."""
    words = _words(sentence)
    numbers = {word.i: place for place, word in enumerate(words, start=1)}
    head_lines = [f"# sent_id = {number}", f"# text = {' '.join(sentence.text.split())}"]
    return "\n".join([*head_lines, *(_conllu_row(word, numbers) for word in words), ""])


def _conllu_row(word: Token, numbers: dict[int, int]) -> str:
    head = 0 if word.head.i == word.i else numbers[word.head.i]
    columns = [
        str(numbers[word.i]),
        word.text,
        word.lemma_ or "_",
        word.pos_ or "_",
        word.tag_ or "_",
        str(word.morph) or "_",
        str(head),
        word.dep_,
        "_",
        "|".join(_notes(word)) or "_",
    ]
    return "\t".join(columns)


def _notes(word: Token) -> Iterator[str]:
    if word.ent_type_:
        yield f"NER={word.ent_iob_}-{word.ent_type_}"
    if not word.whitespace_:
        yield "SpaceAfter=No"
