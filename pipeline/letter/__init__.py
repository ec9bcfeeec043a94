"""The notice of corrections (补正通知书) from a DOCX template that an office can replace."""

from pipeline.letter.template import default_template, fill_template
from pipeline.letter.writing import write_letter

__all__ = ["default_template", "fill_template", "write_letter"]
