"""Spreadsheets (XLSX, CSV): every visible sheet as the table that a reader sees."""
