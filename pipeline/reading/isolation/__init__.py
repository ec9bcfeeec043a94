"""Isolation (隔离): a stranger's file is read in a process that can be killed without harm to the others."""
