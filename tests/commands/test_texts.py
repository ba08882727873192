"""Bad input gets one clear line and stops nothing else."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsledger.reading import Text
from newsledger.texts import BadInput, Complaints, text_of_line, texts_of


def read(lines: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Text], int]:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines)))
    complain = Complaints()
    return list(texts_of(["-"], complain)), complain.count


def test_json_lines_give_text_and_context(monkeypatch: pytest.MonkeyPatch) -> None:
    line = b'{"id": "a", "text": "Hi.", "published": "2026-10-05T06:00:00Z", "title": "T"}\n'
    [text], complaints = read(line, monkeypatch)
    assert (text.text_id, text.text, str(text.context.published_on), text.context.title) == (
        "a",
        "Hi.",
        "2026-10-05",
        "T",
    )
    assert complaints == 0


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "not JSON"),
        (b"[1]", "not an object"),
        (b'{"id": 1}', '"id" and "text"'),
        (b'{"id": 1, "text": 5}', '"id" and "text"'),
        (b'{"id": 1, "text": "x", "published": "yesterday"}', "must be a date"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_bad_line_is_named_with_the_remedy(line: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=f"line 7.*{says}"):
        text_of_line(line, "line 7", Complaints())


def test_one_bad_line_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts, complaints = read(b'{"id": 1, "text": "a"}\nnonsense\n{"id": 2, "text": "b"}\n', monkeypatch)
    assert [t.text_id for t in texts] == [1, 2]
    assert complaints == 1
    assert capsys.readouterr().err.startswith("newsledger: standard input, line 2: not JSON")


def test_bytes_that_are_not_utf8_are_replaced_and_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [text], complaints = read(b'{"id": 1, "text": "caf\xe9 \xff"}\n', monkeypatch)
    assert text.text == "caf\ufffd \ufffd"
    assert complaints == 1
    assert "2 byte sequences are not UTF-8" in capsys.readouterr().err


def test_files_are_read_by_name_and_missing_ones_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Two dogs.", "utf-8")
    complain = Complaints()
    [text] = texts_of([str(tmp_path / "none.txt"), str(tmp_path / "a.txt")], complain)
    assert (text.text_id, text.text) == ("a.txt", "Two dogs.")
    assert "none.txt: No such file" in capsys.readouterr().err
    assert complain.count == 1
