"""Archives and mails as folders: unpacked within bounds, under safe names, never outside the folder."""
