"""Deadlines (时间节点): what is due when."""
