"""The people of examples/ and of the benchmark's corpus, as programs send them."""

import json
import pathlib

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Text(yaml.SafeLoader):
    """YAML in which days stay texts, as the program reads them."""


Text.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def examples():
    """By the path of the file."""
    paths = sorted((ROOT / "examples").glob("*.yaml"))
    return {str(p.relative_to(ROOT)): yaml.load(p.read_text(encoding="utf-8"), Loader=Text) for p in paths}


def corpus():
    with open(ROOT / "benchmark/corpus.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]
