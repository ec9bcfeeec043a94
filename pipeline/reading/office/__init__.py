"""Legacy Office files, RTF and OpenDocument: through LibreOffice, which is kept running, bounded and locked in."""
