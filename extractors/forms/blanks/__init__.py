"""Blank templates: lines to write on, labels with nothing behind them, cells with room, rows that guide."""
