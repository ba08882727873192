"""Draw bench/scale.json, which bench.scale leaves, as SVG, and print its tables: python -m bench.plot_scale."""

import json
from pathlib import Path

from bench.scale import ON_ARCHIVE, RESULTS

DOCS = Path(__file__).resolve().parents[1] / "docs"
_COLOURS = {
    "fetch": "#999933", "clean": "#ddcc77", "group": "#332288", "extract": "#88ccee", "follow": "#44aa99",
    "check": "#117733", "publish": "#cc6677", "report": "#aa4499",
}  # fmt: skip
_WIDTH, _BAR, _LEFT = 640, 26, 170

Costs = dict[str, dict[str, float]]


def drawn(title: str, bars: dict[str, Costs]) -> str:
    """Return horizontal bars of CPU seconds, one for each name, stacked by step, as SVG."""
    longest = max(sum(cost["cpu"] for cost in costs.values()) for costs in bars.values())
    scale = (_WIDTH - _LEFT - 70) / longest
    lines = [f'<text x="0" y="16" font-weight="bold">{title}</text>']
    for row, (name, costs) in enumerate(bars.items()):
        top, left = 30 + row * (_BAR + 10), float(_LEFT)
        lines.append(f'<text x="0" y="{top + 18}">{name}</text>')
        for step, cost in costs.items():
            width = cost["cpu"] * scale
            lines.append(
                f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{_BAR}" fill="{_COLOURS[step]}">'
                f"<title>{step}: {cost['cpu']:.1f} s</title></rect>"
            )
            left += width
        lines.append(f'<text x="{left + 6:.1f}" y="{top + 18}">{sum(c["cpu"] for c in costs.values()):.1f} s</text>')
    under = 30 + len(bars) * (_BAR + 10) + 16
    for place, step in enumerate(dict.fromkeys(step for costs in bars.values() for step in costs)):
        lines.append(f'<rect x="{place * 90}" y="{under - 11}" width="12" height="12" fill="{_COLOURS[step]}"/>')
        lines.append(f'<text x="{place * 90 + 16}" y="{under}">{step}</text>')
    size = f'width="{_WIDTH}" height="{under + 12}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="13">'
    return "\n".join([head, *lines, "</svg>"]) + "\n"


def table(name: str, bars: dict[str, Costs]) -> str:
    """Return a Markdown table: CPU seconds, peak memory and disk of each step, by name."""
    lines = [f"| {name} | step | CPU s | memory MB | disk MB |", "| --- | --- | --- | --- | --- |"]
    for label, costs in bars.items():
        lines += [f"| {label} | {s} | {c['cpu']:.1f} | {c['memory']:.0f} | {c['disk']:.1f} |" for s, c in costs.items()]
    return "\n".join(lines)


def main() -> None:
    """Write docs/scale-archive.svg and docs/scale-size.svg; print tables for docs/scale.md."""
    results = json.loads(RESULTS.read_text("utf-8"))
    archives = {k.split()[1]: v for k, v in results.items() if k.startswith("archive ")}
    sizes = {f"{int(k.split()[1]):,} documents": v for k, v in results.items() if k.startswith("run ")}
    held = {f"{name} million claims": costs for name, costs in archives.items()}
    (DOCS / "scale-archive.svg").write_text(drawn("1,000 documents onto a ledger that holds", held), "utf-8")
    (DOCS / "scale-size.svg").write_text(drawn("A run of so many documents, after reading", sizes), "utf-8")
    print(table("ledger holds", held), table("run", sizes), sep="\n\n")
    compactions = {f"{k.split()[1]} million claims": v for k, v in results.items() if k.startswith("compaction ")}
    print("\n" + table("compaction of", compactions))
    print("\n" + table(f"{results['pages']} pages", {"reading": results["reading"]}))
    totals = {name: sum(costs[step]["cpu"] for step in ON_ARCHIVE) for name, costs in archives.items()}
    print("\n" + ", ".join(f"{name} million: {total / totals['0']:.2f}" for name, total in totals.items()))


if __name__ == "__main__":
    main()
