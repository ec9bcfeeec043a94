"""Mails for the tests: over the wire (EML) by the standard library, and as Outlook saves them (an OLE file)."""

import struct
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = Mapping[str, "bytes | Tree"]


def eml(plain: str = "", html: str = "", files: Sequence[tuple[str, bytes]] = (), **headers: str) -> bytes:
    """A mail with these words and attachments."""
    message = EmailMessage()
    for name, value in {"From": "甲某 <a@example.com>", "To": "b@example.com", "Subject": "申报", **headers}.items():
        message[name.replace("_", "-")] = value
    if plain:
        message.set_content(plain)
    if html and plain:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def msg(
    plain: str = "",
    html: bytes = b"",
    files: Sequence[tuple[str, bytes]] = (),
    mails: Sequence[Tree] = (),
    **more: bytes,
) -> bytes:
    """A mail as Outlook saves it; ``more`` are properties by number and kind (``p0037001F=…``)."""
    return ole(msg_tree(plain, html, files, mails, **more))


def msg_tree(
    plain: str = "",
    html: bytes = b"",
    files: Sequence[tuple[str, bytes]] = (),
    mails: Sequence[Tree] = (),
    **more: bytes,
) -> Tree:
    """The streams of such a mail."""
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(32)}
    if plain:
        tree["__substg1.0_1000001F"] = plain.encode("utf-16-le")
    if html:
        tree["__substg1.0_10130102"] = html
    for number, (name, data) in enumerate(files):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": data,
        }
    for number, mail in enumerate(mails, len(files)):
        tree[f"__attach_version1.0_#{number:08X}"] = {"__substg1.0_3701000D": mail}
    return {**tree, **{f"__substg1.0_{key[1:]}": value for key, value in more.items()}}


def ole(tree: Tree) -> bytes:
    """A compound file (MS-CFB, version 3) whose streams all lie in ordinary sectors."""
    entries: list[list[object]] = []  # name, kind, data, child, right sibling

    def add(name: str, node: "bytes | Tree", kind: int) -> int:
        at = len(entries)
        entries.append([name, kind, node if isinstance(node, bytes) else b"", _FREE, _FREE])
        if not isinstance(node, bytes):
            before = None
            for key, inner in sorted(node.items(), key=lambda item: (len(item[0]), item[0].upper())):
                child = add(key, inner, 2 if isinstance(inner, bytes) else 1)
                entries[at if before is None else before][3 if before is None else 4] = child
                before = child
        return at

    add("Root Entry", tree, 5)
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    rows = []
    for name, kind, data, child, right in entries:
        # A stream shorter than 4096 bytes would belong to the mini stream: it is filled up.
        filled = bytes(data).ljust(4096, b"\0") if kind == 2 else b""  # type: ignore[arg-type]
        start = store(filled) if filled else (_END if kind == 5 else 0)
        raw = (str(name) + "\0").encode("utf-16-le")
        rows.append(
            raw.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(raw), kind, 1, _FREE, right, child)
            + bytes(36)
            + struct.pack("<IQ", start, len(filled))
        )
    while len(rows) % 4:
        rows.append(bytes(68) + struct.pack("<III", _FREE, _FREE, _FREE) + bytes(48))
    directory = store(b"".join(rows))
    count = 1
    while count * 128 < len(fat) + count:
        count += 1
    table = len(sectors)
    fat += [_FAT] * count
    fat += [_FREE] * (count * 128 - len(fat))
    sectors.extend(struct.pack("<128I", *fat[at : at + 128]) for at in range(0, len(fat), 128))
    places = [*range(table, table + count)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, count, directory, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *places, *[_FREE] * (109 - count))
    return header + b"".join(sectors)
