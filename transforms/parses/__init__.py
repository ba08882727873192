"""A text becomes a parse: words, sentences, tags, heads, lemmas, entities.

Only the deciding is here. The network that scores the choices is run by `newsledger.engine`.
"""
