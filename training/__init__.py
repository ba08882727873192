"""Training of the language engine: from open treebanks to one small ONNX file."""
