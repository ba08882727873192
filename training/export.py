"""Write the trained network as ONNX: `python -m training.export RUN MODELS`.

The averaged weights go into `network.onnx`, its matrix products in 8 bit with one scale a column
(dynamic quantisation of onnxruntime), and into `relations.onnx`, which is small and stays as it
is. `tokenizer.json`, `labels.json`, `lemmas.json` and `digests.json` complete the folder that the engine loads.
"""

import argparse
import hashlib
import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import Network, Relations, Sizes
from training.train import INPUTS, load_tokenizer

CHOSEN = ("upos", "xpos", "feats", "lemma")  # the network itself picks their best value
OPSET = 17
OUTPUTS = (*CHOSEN, "arc", "boundary", "entity", "relation_dependents", "relation_heads")


class Parser(nn.Module):
    """The network as the engine calls it: choices where no search follows, scores elsewhere."""

    def __init__(self, network: Network) -> None:
        """Wrap a trained network."""
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs in the order of `OUTPUTS`; `boundary` as the log-odds of a start."""
        scores = self.network(pieces, shapes, gaps, first, last)
        for name in CHOSEN:
            scores[name] = scores[name].argmax(-1)
        scores["boundary"] = scores["boundary"][..., 1] - scores["boundary"][..., 0]
        return tuple(scores[name] for name in OUTPUTS)


class Labeller(nn.Module):
    """The best relation of each word to its chosen head."""

    def __init__(self, relations: Relations) -> None:
        """Wrap the trained head."""
        super().__init__()
        self.relations = relations

    def forward(self, dependents: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Return the number of the relation, (batch, words); a chosen 0 stands for the root."""
        scores = self.relations(dependents, heads, chosen)
        return scores.argmax(-1)


def export_network(network: Network, path: Path) -> None:
    """Write the whole network in 32 bit."""
    pieces = torch.tensor([[101, 2023, 2003, 102], [101, 2023, 102, 0]])
    words = torch.tensor([[1, 2], [1, 1]])
    axes = {name: {0: "batch", 1: "pieces"} for name in ("pieces", "shapes", "gaps")}
    axes |= {name: {0: "batch", 1: "words"} for name in ("first", "last", *OUTPUTS)}
    axes["arc"] = {0: "batch", 1: "words", 2: "heads"}
    axes["relation_heads"] = {0: "batch", 1: "heads"}
    torch.onnx.export(
        Parser(network).eval(),
        (pieces, pieces.clamp(max=1), pieces.clamp(max=1), words, words),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def export_relations(network: Network, path: Path) -> None:
    """Write the relation head in 32 bit."""
    width = 2 * network.relations.width
    torch.onnx.export(
        Labeller(network.relations).eval(),
        (torch.zeros(2, 3, width), torch.zeros(2, 4, width), torch.zeros(2, 3, dtype=torch.int64)),
        str(path),
        input_names=["dependents", "heads", "chosen"],
        output_names=["relation"],
        dynamic_axes={
            "dependents": {0: "batch", 1: "words"},
            "heads": {0: "batch", 1: "heads"},
            "chosen": {0: "batch", 1: "words"},
            "relation": {0: "batch", 1: "words"},
        },
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Turn matrix products and embeddings into 8 bit; biases and norms stay in 32."""
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    model = onnx.load(target)
    del model.metadata_props[:]
    model.producer_name = model.producer_version = ""
    onnx.save(model, target)


def export(run: Path, models: Path, *, keeps_float: bool = False) -> None:
    """Export the averaged weights of a training run into the folder that the engine loads."""
    models.mkdir(parents=True, exist_ok=True)
    labels = json.loads((run / "labels.json").read_text())
    network = Network(Sizes(), labels)
    network.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)["mean"])
    network.eval()
    float_path = run / "network.float.onnx"
    export_network(network, float_path)
    if keeps_float:
        (models / "network.onnx").write_bytes(float_path.read_bytes())
    else:
        quantise(float_path, models / "network.onnx")
    export_relations(network, models / "relations.onnx")
    load_tokenizer().save(str(models / "tokenizer.json"), pretty=False)
    for name in ("labels.json", "lemmas.json"):
        (models / name).write_text((run / name).read_text() + "\n")
    names = ("network.onnx", "relations.onnx", "tokenizer.json", "labels.json", "lemmas.json")
    digests = {name: hashlib.sha256((models / name).read_bytes()).hexdigest() for name in names}
    (models / "digests.json").write_text(json.dumps(digests, indent=1) + "\n")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="folder of the training run")
    parser.add_argument("models", type=Path, help="folder to write")
    parser.add_argument("--float", action="store_true", help="keep 32 bit, to measure what 8 bit costs")
    arguments = parser.parse_args()
    export(arguments.run, arguments.models, keeps_float=arguments.float)


if __name__ == "__main__":
    main()
