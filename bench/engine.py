"""Measure the language engine on development data: `python -m bench.engine DATA`.

DATA is the folder described in `training/README.md`. Scores are those of the CoNLL shared tasks:
attachment over all words, from raw text as F1 over words aligned by their characters. Entities
are typed spans, found in whole documents. The speed of the whole pipeline is set against the
encoder alone, cut out of the same file and given the same batches (these lines need the package `onnx`).
"""

import argparse
import itertools
import resource
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from newsledger.engine import load_engine
from newsledger.engine.network import Inputs, Network, Window
from newsledger.engine.pipeline import Component
from newsledger.engine.reader import Parse, Reader
from training.corpus import Document, Sentence, read_entities, read_treebank
from training.labels import ENTITY_TYPES

MODELS = Path(__file__).resolve().parents[1] / "models"
Triple = tuple[int, int, str]


@dataclass(frozen=True)
class RawText:
    """A document as its author wrote it, and its words and sentences as spans of it."""

    text: str
    words: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    heads: list[int]
    relations: list[str]


def percent(part: float, whole: float) -> float:
    """Return a share in percent, 0 where there is nothing."""
    return 100 * part / whole if whole else 0.0


def f1(right: int, found: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall, in percent."""
    return percent(2 * right, found + wanted)


def parse_alone(reader: Reader, sentences: list[Sentence]) -> list[Parse]:
    """Parse sentences by themselves, with their words given and no boundary to be found."""
    texts = [(sentence.forms, sentence.gaps, [0]) for sentence in sentences]
    return reader.read(texts, sentence_starts=[[0]] * len(texts))


def gold_token_scores(reader: Reader, sentences: list[Sentence]) -> dict[str, float]:
    """Score tags, features, lemmas and arcs where words and boundaries are given."""
    counts = dict.fromkeys(("UAS", "LAS", "UPOS", "features", "lemma"), 0)
    total = 0
    for gold, parse in zip(sentences, parse_alone(reader, sentences), strict=True):
        heads = [head - 1 if head else word for word, head in enumerate(gold.heads or [])]
        arcs = [ours == theirs for ours, theirs in zip(parse.heads, heads, strict=True)]
        same = [ours == theirs for ours, theirs in zip(parse.relations, gold.relations, strict=True)]
        counts["UAS"] += sum(arcs)
        counts["LAS"] += sum(arc and label for arc, label in zip(arcs, same, strict=True))
        counts["UPOS"] += sum(ours == theirs for ours, theirs in zip(parse.upos, gold.upos, strict=True))
        counts["features"] += sum(ours == theirs for ours, theirs in zip(parse.feats, gold.feats, strict=True))
        counts["lemma"] += sum(ours == theirs for ours, theirs in zip(parse.lemmas, gold.lemmas, strict=True))
        total += len(heads)
    return {name: percent(count, total) for name, count in counts.items()}


def spans(tags: Iterable[str]) -> set[Triple]:
    """Return the typed spans of IOB2 tags."""
    found: list[tuple[int, int, str]] = []
    before = "O"
    for index, tag in enumerate(tags):
        if tag.startswith("B-") or (tag.startswith("I-") and before[2:] != tag[2:]):
            found.append((index, index + 1, tag[2:]))
        elif tag.startswith("I-"):
            start, _, kind = found.pop()
            found.append((start, index + 1, kind))
        before = tag
    return set(found)


def parse_in_context(reader: Reader, documents: list[Document]) -> list[Parse]:
    """Parse whole documents with words and boundaries given, and return a parse a sentence, tags alone."""
    texts, starts = [], []
    for document in documents:
        lengths = [len(sentence.forms) for sentence in document]
        firsts = [0, *itertools.accumulate(lengths[:-1])]
        cuts = [at for at, sentence in zip(firsts, document, strict=True) if sentence.starts_paragraph or not at]
        forms = [form for sentence in document for form in sentence.forms]
        texts.append((forms, [gap for sentence in document for gap in sentence.gaps], cuts))
        starts.append(firsts)
    parses = reader.read(texts, sentence_starts=starts)
    return [
        Parse(entities=parse.entities[first : first + len(sentence.forms)])
        for parse, firsts, document in zip(parses, starts, documents, strict=True)
        for first, sentence in zip(firsts, document, strict=True)
    ]


def entity_score(reader: Reader, documents: list[Document]) -> float:
    """Return the F1 of typed entity spans in whole documents, but for sentences that nobody annotated."""
    sentences = [sentence for document in documents for sentence in document]
    right = found = wanted = 0
    for gold, parse in zip(sentences, parse_in_context(reader, documents), strict=True):
        if not gold.entities or "_" in gold.entities:
            continue
        ours = {span for span in spans(parse.entities) if span[2] in ENTITY_TYPES}
        theirs = spans(gold.entities)
        right += len(ours & theirs)
        found += len(ours)
        wanted += len(theirs)
    return f1(right, found, wanted)


def raw_text(document: Document) -> RawText:
    """Write a document out: paragraphs apart by a blank line, sentences by a space."""
    text = ""
    words: list[tuple[int, int]] = []
    sentences, heads, relations = [], [], []
    for sentence in document:
        text += ("\n\n" if sentence.starts_paragraph else " ") if text else ""
        first = len(words)
        for index, (form, gap) in enumerate(zip(sentence.forms, sentence.gaps, strict=True)):
            text += " " if gap and index else ""
            words.append((len(text), len(text) + len(form)))
            text += form
        sentences.append((words[first][0], words[-1][1]))
        heads += [first + head - 1 if head else -1 for head in sentence.heads or []]
        relations += sentence.relations
    return RawText(text, words, sentences, heads, relations)


def raw_scores(nlp: Language, texts: list[RawText]) -> dict[str, float]:
    """Score words, sentences and labelled arcs from raw text."""
    counts = {name: [0, 0, 0] for name in ("words", "sentences", "LAS")}
    for gold, doc in zip(texts, nlp.pipe(text.text for text in texts), strict=True):
        theirs = {
            word: (gold.words[head] if head >= 0 else None, relation)
            for word, head, relation in zip(gold.words, gold.heads, gold.relations, strict=True)
        }
        ours = {
            _place(token): (None if token.head.i == token.i else _place(token.head), token.dep_)
            for token in doc
            if not token.is_space
        }
        _add(counts["words"], set(ours), set(theirs))
        _add(counts["sentences"], sentence_spans(doc), set(gold.sentences))
        _add(counts["LAS"], set(ours.items()), set(theirs.items()))
    return {name: f1(*numbers) for name, numbers in counts.items()}


def _place(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _add(counts: list[int], ours: set[object], theirs: set[object]) -> None:
    counts[0] += len(ours & theirs)
    counts[1] += len(ours)
    counts[2] += len(theirs)


def sentence_spans(doc: Doc) -> set[object]:
    """Return the sentences of a document as spans of its text, white space around them off."""
    found: set[object] = set()
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            found.add((words[0].idx, words[-1].idx + len(words[-1])))
    return found


def bare_encoder(folder: Path, target: Path) -> None:
    """Cut the encoder out of the network, so that it can be timed alone."""
    import onnx  # noqa: PLC0415 (only this line of the table needs it)

    model = onnx.load(folder / "network.onnx")
    named = [name for node in model.graph.node for name in node.output]
    last = [name for name in named if "/encoder/layers.5/outer_norm/" in name][-1]
    inputs = [value.name for value in model.graph.input if value.name in {"pieces", "shapes", "gaps"}]
    onnx.utils.extract_model(str(folder / "network.onnx"), str(target), inputs, [last], check_model=False)


def speed(nlp: Language, texts: list[RawText], words: int) -> float:
    """Return words a second of one core, whole pipeline, one pass over the texts."""
    began = time.process_time()
    for _ in nlp.pipe(text.text for text in texts):
        pass
    return words / (time.process_time() - began)


class RecordingNetwork(Network):
    """A network that keeps the batches it is asked to score."""

    def __init__(self, folder: Path) -> None:
        """Load the model of `folder`."""
        super().__init__(folder)
        self.batches: list[Inputs] = []

    def _pack(self, windows: Sequence[Window]) -> Inputs:
        self.batches.append(super()._pack(windows))
        return self.batches[-1]


def batches_of(models: Path, nlp: Language, texts: list[RawText]) -> list[Inputs]:
    """Return what the pipeline hands to the network for these texts."""
    network = RecordingNetwork(models)
    component = Component(nlp.vocab, Reader(network))
    for text in texts:
        component(nlp.make_doc(text.text))
    return network.batches


def encoder_speed(encoder: Path, batches: list[Inputs], words: int) -> float:
    """Return words a second of one core, encoder alone, over the very batches of the pipeline."""
    import onnxruntime  # noqa: PLC0415 (beside `bare_encoder`)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    session = onnxruntime.InferenceSession(encoder, options, providers=["CPUExecutionProvider"])
    names = {value.name for value in session.get_inputs()}
    inputs = [{name: values for name, values in batch.items() if name in names} for batch in batches]
    began = time.process_time()
    for batch in inputs:
        session.run(None, batch)
    return words / (time.process_time() - began)


def measure_accuracy(data: Path, models: Path, nlp: Language) -> None:
    """Print the scores of every development set."""
    reader = Reader(Network(models))
    for name in ("ewt", "gumfree"):
        path = data / f"{name}-dev.conllu.gz"
        documents = read_treebank(path, data / "ner" / f"{name}-dev.iob2.gz")
        sentences = [sentence for document in documents for sentence in document]
        for measure, value in gold_token_scores(reader, sentences).items():
            show(f"{name} dev, gold tokens, {measure}", value)
        for measure, value in raw_scores(nlp, [raw_text(document) for document in documents]).items():
            show(f"{name} dev, raw text, {measure} F1", value)
        show(f"{name} dev, entities F1", entity_score(reader, documents))
    politics = read_entities(data / "ner" / "crossner-politics-dev.iob2.gz")
    show("CrossNER politics dev, entities F1", entity_score(reader, politics))


def measure_speed(data: Path, models: Path, nlp: Language) -> None:
    """Print memory, and the speed of the pipeline and of the bare encoder, by turns, the best of three."""
    documents = read_treebank(data / "gumfree-dev.conllu.gz")
    texts = [raw_text(document) for document in documents]
    words = sum(len(text.words) for text in texts)
    speed(nlp, texts, words)
    show("peak memory, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    with tempfile.TemporaryDirectory() as folder:
        encoder = Path(folder) / "encoder.onnx"
        try:
            bare_encoder(models, encoder)
        except ImportError:
            show("words a second, whole pipeline", max(speed(nlp, texts, words) for _ in range(3)))
            return
        batches = batches_of(models, nlp, texts)
        pairs = [(speed(nlp, texts, words), encoder_speed(encoder, batches, words)) for _ in range(3)]
    pipeline, alone = (max(values) for values in zip(*pairs, strict=True))
    show("words a second, whole pipeline", pipeline)
    show("words a second, bare encoder", alone)
    show("whole pipeline / bare encoder", pipeline / alone)


def show(name: str, value: float) -> None:
    """Print a line of the table."""
    print(f"{name:45} {value:9.2f}", flush=True)


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--only", choices=["accuracy", "speed"])
    arguments = parser.parse_args()
    began = time.perf_counter()
    nlp = load_engine(models=arguments.models)
    show("load time, seconds", time.perf_counter() - began)
    if arguments.only != "accuracy":
        measure_speed(arguments.data, arguments.models, nlp)
    if arguments.only != "speed":
        measure_accuracy(arguments.data, arguments.models, nlp)


if __name__ == "__main__":
    main()
