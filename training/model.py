"""The network: MiniLM with the look of words added, and one small head for each question.

Encoder: BERT (Devlin et al. 2019) in the MiniLM size of 6 layers and 384 units, written out here
so that it exports cleanly. Arcs: deep biaffine attention (Dozat & Manning 2017). Relations: a
sum and a product of the two words' projections, a low-rank form of the biaffine label scorer
that can be computed for the chosen heads alone.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from transforms.parses.features import Gap, Shape

PAD_SCORE = -1e4


@dataclass(frozen=True)
class Sizes:
    """Widths of the network's parts; the encoder's must be those of the pretrained weights."""

    vocabulary: int = 30522
    width: int = 384
    inner: int = 1536
    layers: int = 6
    attention_heads: int = 12
    positions: int = 512
    arc: int = 320
    relation: int = 256
    dropout: float = 0.1
    head_dropout: float = 0.25


class Embeddings(nn.Module):
    """Pieces, positions, looks and gaps, summed and normalised."""

    def __init__(self, sizes: Sizes) -> None:
        """Start the added features near nothing, so that the pretrained sum holds."""
        super().__init__()
        self.word_embeddings = nn.Embedding(sizes.vocabulary, sizes.width)
        self.position_embeddings = nn.Embedding(sizes.positions, sizes.width)
        self.shape_embeddings = nn.Embedding(len(Shape), sizes.width)
        self.gap_embeddings = nn.Embedding(len(Gap), sizes.width)
        self.LayerNorm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(sizes.dropout)
        for added in (self.shape_embeddings, self.gap_embeddings):
            nn.init.normal_(added.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        """Return (batch, pieces, width) for numbers of pieces, looks and gaps."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        summed = self.word_embeddings(pieces) + self.position_embeddings(positions)
        summed = summed + self.shape_embeddings(shapes) + self.gap_embeddings(gaps)
        return self.dropout(self.LayerNorm(summed))


def attend(query: Tensor, key: Tensor, value: Tensor, known: Tensor, heads: int) -> Tensor:
    """Mix `value` by the likeness of `query` to `key` (Vaswani et al. 2017).

    All are (batch, pieces, width), but `known` is (batch, pieces) and false where there is padding.
    """
    if torch.onnx.is_in_onnx_export():
        mixed: Tensor = _FusedAttention.apply(query, key, value, known, heads)
        return mixed
    query, key, value = (units.unflatten(-1, (heads, -1)).transpose(1, 2) for units in (query, key, value))
    mixed = functional.scaled_dot_product_attention(query, key, value, known[:, None, None, :])
    return mixed.transpose(1, 2).flatten(2)


class _FusedAttention(torch.autograd.Function):
    """Stands for `attend` in an ONNX file, as one operator of onnxruntime's instead of nine of ONNX's."""

    @staticmethod
    def forward(_context: Any, query: Tensor, key: Tensor, value: Tensor, known: Tensor, heads: int) -> Tensor:  # noqa: ARG004
        """Return something of the right shape; only the graph is wanted."""
        return query + key + value

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, known: Any, heads: int) -> Any:
        """Return the operator, which takes no bias here, and its mask as 32-bit numbers."""
        none = graph.op("prim::Constant")
        none.setType(torch._C.OptionalType.ofTensor())  # noqa: SLF001  (as torch itself writes it)
        mask = graph.op("Cast", known, to_i=torch.onnx.TensorProtoDataType.INT32)
        mixed = graph.op("com.microsoft::MultiHeadAttention", query, key, value, none, mask, num_heads_i=heads)
        return mixed.setType(query.type())


class Layer(nn.Module):
    """One transformer layer, normalised after each residual sum as in BERT."""

    def __init__(self, sizes: Sizes) -> None:
        """Make a layer of the given sizes."""
        super().__init__()
        self.attention_heads = sizes.attention_heads
        self.query = nn.Linear(sizes.width, sizes.width)
        self.key = nn.Linear(sizes.width, sizes.width)
        self.value = nn.Linear(sizes.width, sizes.width)
        self.attended = nn.Linear(sizes.width, sizes.width)
        self.attended_norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.inner = nn.Linear(sizes.width, sizes.inner)
        self.outer = nn.Linear(sizes.inner, sizes.width)
        self.outer_norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(self, units: Tensor, known: Tensor) -> Tensor:
        """Return the next (batch, pieces, width); `known` (batch, pieces) is true but for padding."""
        mixed = attend(self.query(units), self.key(units), self.value(units), known, self.attention_heads)
        units = self.attended_norm(units + self.dropout(self.attended(mixed)))
        spread = functional.gelu(self.inner(units))
        return self.outer_norm(units + self.dropout(self.outer(spread)))


# Names of the pretrained weights of one layer, and ours.
_LAYER_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "attended_norm",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "outer_norm",
}


class Encoder(nn.Module):
    """Word pieces in, one vector for each word out: the mean of its first and last piece."""

    def __init__(self, sizes: Sizes) -> None:
        """Make an encoder of the given sizes."""
        super().__init__()
        self.embeddings = Embeddings(sizes)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))

    def forward(
        self,
        pieces: Tensor,
        shapes: Tensor,
        gaps: Tensor,
        first: Tensor,
        last: Tensor,
    ) -> list[Tensor]:
        """Return the word vectors of the last three layers; piece 0 is padding everywhere."""
        known = pieces != 0
        units = self.embeddings(pieces, shapes, gaps)
        outputs = []
        for layer in self.layers:
            units = layer(units, known)
            outputs.append(units)
        return [self._pool(units, first, last) for units in outputs[-3:]]

    @staticmethod
    def _pool(units: Tensor, first: Tensor, last: Tensor) -> Tensor:
        width = units.shape[-1]
        starts = units.gather(1, first[:, :, None].expand(-1, -1, width))
        ends = units.gather(1, last[:, :, None].expand(-1, -1, width))
        return (starts + ends) * 0.5

    def load_pretrained(self, path: Path) -> None:
        """Fill the weights from a BERT checkpoint; the token type is folded into positions."""
        stored = load_file(path)
        embeddings = self.embeddings.state_dict()
        for name in ("word_embeddings.weight", "LayerNorm.weight", "LayerNorm.bias"):
            embeddings[name] = stored[f"embeddings.{name}"]
        embeddings["position_embeddings.weight"] = (
            stored["embeddings.position_embeddings.weight"] + stored["embeddings.token_type_embeddings.weight"][0]
        )
        self.embeddings.load_state_dict(embeddings)
        for index, layer in enumerate(self.layers):
            layer.load_state_dict(
                {
                    f"{ours}.{kind}": stored[f"encoder.layer.{index}.{theirs}.{kind}"]
                    for theirs, ours in _LAYER_NAMES.items()
                    for kind in ("weight", "bias")
                }
            )


class Mix(nn.Module):
    """A learnt weighted mean of layers (Peters et al. 2018), starting from the last one."""

    def __init__(self, count: int) -> None:
        """Mix `count` layers."""
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.0] * (count - 1) + [2.0]))

    def forward(self, layers: list[Tensor]) -> Tensor:
        """Return the weighted mean."""
        shares = functional.softmax(self.weights, dim=0)
        mixed = layers[0] * shares[0]
        for index in range(1, len(layers)):
            mixed = mixed + layers[index] * shares[index]
        return mixed


class Arcs(nn.Module):
    """Score every word as the head of every other; the root is column 0, words follow."""

    def __init__(self, sizes: Sizes) -> None:
        """Make the scorer of the given sizes."""
        super().__init__()
        self.dependent = nn.Linear(sizes.width, sizes.arc)
        self.head = nn.Linear(sizes.width, sizes.arc)
        self.between = nn.Linear(sizes.arc, sizes.arc, bias=False)
        self.head_bias = nn.Linear(sizes.arc, 1)
        self.root = nn.Linear(sizes.arc, 1)
        self.dropout = nn.Dropout(sizes.head_dropout)
        nn.init.orthogonal_(self.between.weight)

    def forward(self, words: Tensor) -> Tensor:
        """Take (batch, words, width), return (batch, words, words + 1)."""
        dependent = self.dropout(functional.gelu(self.dependent(words)))
        head = self.dropout(functional.gelu(self.head(words)))
        scale = head.shape[-1] ** -0.5
        scores = self.between(dependent) @ head.transpose(1, 2) * scale
        scores = scores + self.head_bias(head).transpose(1, 2)
        return torch.cat([self.root(dependent), scores], dim=-1)


class Relations(nn.Module):
    """Name the relation of a word to its head; the root stands in as a learnt vector."""

    def __init__(self, sizes: Sizes, count: int) -> None:
        """Make a namer of `count` relations."""
        super().__init__()
        width = sizes.relation
        self.width = width
        self.dependent = nn.Linear(sizes.width, 2 * width)
        self.head = nn.Linear(sizes.width, 2 * width)
        self.root = nn.Parameter(torch.zeros(2 * width))
        self.score = nn.Linear(2 * width, count)
        self.dropout = nn.Dropout(sizes.head_dropout)

    def project(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return what each word shows as a dependent, and (root first) as a head."""
        heads = self.head(words)
        root = self.root.to(heads.dtype).expand(heads.shape[0], 1, -1)
        return self.dependent(words), torch.cat([root, heads], dim=1)

    def forward(self, dependents: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Score the relations of each word to its `chosen` head, (batch, words, relations)."""
        picked = heads.gather(1, chosen[:, :, None].expand(-1, -1, heads.shape[-1]))
        width = self.width
        summed = functional.gelu(dependents[..., :width] + picked[..., :width])
        product = dependents[..., width:] * picked[..., width:]
        return self.score(self.dropout(torch.cat([summed, product], dim=-1)))


class Network(nn.Module):
    """Everything the engine asks of a text, from one pass of the encoder."""

    def __init__(self, sizes: Sizes, labels: dict[str, list[str]]) -> None:
        """Make the network; `labels` names the values of upos, xpos, feats, lemma, relation, entity."""
        super().__init__()
        self.encoder = Encoder(sizes)
        self.syntax_mix, self.tag_mix, self.entity_mix = Mix(3), Mix(3), Mix(3)
        self.dropout = nn.Dropout(sizes.head_dropout)
        self.arcs = Arcs(sizes)
        self.relations = Relations(sizes, len(labels["relation"]))
        self.tags = nn.ModuleDict(
            {name: nn.Linear(sizes.width, len(labels[name])) for name in ("upos", "xpos", "feats", "lemma")}
        )
        self.boundary = nn.Linear(sizes.width, 2)
        self.entity_inner = nn.Linear(sizes.width, sizes.width)
        self.entity = nn.Linear(sizes.width, len(labels["entity"]))

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """Score all but relations: (batch, words, values) under each name.

        `relation_dependents` and `relation_heads` are what `relations` needs, once heads are
        chosen.
        """
        layers = self.encoder(pieces, shapes, gaps, first, last)
        syntax = self.dropout(self.syntax_mix(layers))
        tagged = self.dropout(self.tag_mix(layers))
        named = self.dropout(self.entity_mix(layers))
        dependents, heads = self.relations.project(syntax)
        scores = {name: head(tagged) for name, head in self.tags.items()}
        scores["arc"] = self.arcs(syntax)
        scores["relation_dependents"], scores["relation_heads"] = dependents, heads
        scores["boundary"] = self.boundary(syntax)
        scores["entity"] = self.entity(functional.gelu(self.entity_inner(named)))
        return scores
