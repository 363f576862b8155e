"""A small classifier, which weighs the meaning of clauses beside their cues; its weights ship."""

from telusur.extract.classifier.weights import FILE, Classifier, Meaning, Verdict, load_classifier

__all__ = ["FILE", "Classifier", "Meaning", "Verdict", "load_classifier"]
