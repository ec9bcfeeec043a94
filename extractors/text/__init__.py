"""Text (文本): spans, items of lists, cells, labels, boxes and blanks that every other extractor stands on."""
