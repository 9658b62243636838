"""Masks what presidio-analyzer finds: presidio_lines.py FROM TO. Last line: model, tab, MB/s."""

import pathlib
import sys
import time

import spacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine

MODELS = ["en_core_web_lg", "en_core_web_md", "en_core_web_sm"]


class Loaded(SpacyNlpEngine):
    """A language that is loaded already: Presidio's own way would download a model."""

    def __init__(self, nlp):
        super().__init__()
        self.nlp = {"en": nlp}


def language():
    for name in MODELS:
        if spacy.util.is_package(name):
            return name, spacy.load(name)
    return "no language model", spacy.blank("en")


def masked(analyzer, line):
    out = line
    found = analyzer.analyze(text=line, language="en")
    for one in sorted(found, key=lambda result: -result.start):
        out = out[: one.start] + "***" + out[max(one.end, one.start) :]
    return out


def main(source, target):
    name, nlp = language()
    analyzer = AnalyzerEngine(nlp_engine=Loaded(nlp), supported_languages=["en"])
    read = 0
    start = time.process_time()
    for path in sorted(pathlib.Path(source).iterdir()):
        text = path.read_bytes().decode("utf-8")
        read += len(text)
        lines = text.split("\n")
        whole = "\n".join(masked(analyzer, line) if line.strip() else line for line in lines)
        (pathlib.Path(target) / path.name).write_bytes(whole.encode("utf-8"))
    seconds = time.process_time() - start
    print(f"{name}\t{read / 1e6 / seconds:.4f}")


main(*sys.argv[1:])
