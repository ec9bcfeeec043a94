"""Contacts (联系方式): persons, telephones, mailboxes, organisations."""
