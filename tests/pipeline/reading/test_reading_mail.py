"""Mails as folders: their words, their attachments under the names that the sender gave them."""

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest
from archive_files import opened
from mail_files import eml, msg, msg_tree, ole
from reading_files import docx, p, zip_of

from pipeline.reading import Limits, read
from pipeline.reading.filetypes import FileType, sniff
from pipeline.reading.inputs import expand
from schemas.errors import Reason

TEXT = "申报材料正文".encode()
WORDS = "附件为我单位申报材料，请查收。"
LOGO = b"\x89PNG\r\n" + bytes(500)


def files_of(path: Path) -> dict[str, bytes]:
    """The files of the one submission at this path, by their names in it."""
    with expand([path]) as found:
        assert not found.failures
        (one,) = found.inputs
        return {file.name.removeprefix(f"{path}!/"): file.path.read_bytes() for file in one.files}


def test_a_mail_is_one_submission(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(eml(WORDS, files=[("申报书.docx", docx(p("申报表"))), ("证明.txt", TEXT)]))
    with expand([tmp_path / "a.eml"]) as found:
        (one,) = found.inputs
        assert one.name == str(tmp_path / "a.eml")
        assert [(file.path.name, file.letter) for file in one.files] == [
            ("正文.txt", True),
            ("申报书.docx", False),
            ("证明.txt", False),
        ]
        assert [read(file.path).text.strip() for file in one.files] == [WORDS, "申报表", TEXT.decode()]


def test_mails_in_a_folder_and_an_archive(tmp_path: Path) -> None:
    mail = eml(WORDS, files=[("表.txt", TEXT)])
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "甲.eml").write_bytes(mail)
    path = zip_of({"乙.eml": mail, "丙.eml": mail}, tmp_path / "f" / "z.zip")
    assert [(name, len(files)) for name, files in opened(tmp_path / "f")[0]] == [("/z.zip", 4), ("/甲.eml", 2)]
    assert [(name, len(files)) for name, files in opened(path)[0]] == [("!/丙.eml", 2), ("!/乙.eml", 2)]


def test_an_archive_in_a_mail_is_opened(tmp_path: Path) -> None:
    inner = zip_of({"甲厂/表.txt": TEXT}, tmp_path / "i.zip", "gb18030").read_bytes()
    (tmp_path / "a.eml").write_bytes(eml(WORDS, files=[("材料.zip", inner)]))
    assert sorted(files_of(tmp_path / "a.eml")) == ["材料.zip!/甲厂/表.txt", "正文.txt"]


def raw(disposition: str, kind: str = "application/octet-stream", body: bytes = TEXT, more: str = "") -> bytes:
    """A mail whose one attachment has these headers, as some program wrote them."""
    head = f"From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\nContent-Type: {kind}\r\n{more}"
    return f"{head}Content-Disposition: {disposition}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode(
        "gb18030" if "GBK!" in disposition else "utf-8"
    ).replace(b"GBK!", b"") + base64.encodebytes(body)


def word(text: str, charset: str, way: str = "B") -> str:
    data = text.encode(charset)
    if way == "Q":
        return f"=?{charset}?Q?{''.join(f'={byte:02X}' for byte in data)}?="
    return f"=?{charset}?B?{base64.b64encode(data).decode()}?="


def percent(text: str, charset: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode(charset))


NAME = "申报书.txt"
LONG = "关于某某项目的申报材料汇总与说明文件.txt"
# (what it is, Content-Disposition, Content-Type, the name)
NAMES = [
    ("RFC 2047 in GB2312", f'attachment; filename="{word(NAME, "gb2312")}"', "a/b", NAME),
    ("RFC 2047 in UTF-8, quoted", f'attachment; filename="{word(NAME, "utf-8", "Q")}"', "a/b", NAME),
    ("GBK characters under the name of GB2312", f"attachment; filename={word('喆.txt', 'gbk')}", "a/b", "喆.txt"),
    ("GB2312 that is GBK", f"attachment; filename={word('喆.txt', 'gbk').replace('gbk', 'gb2312')}", "a/b", "喆.txt"),
    ("two words", f'attachment; filename="{word(LONG[:8], "gbk")}\r\n {word(LONG[8:], "gbk")}"', "a/b", LONG),
    ("RFC 2231 in GB18030", f"attachment; filename*=GB18030''{percent(NAME, 'gb18030')}", "a/b", NAME),
    ("RFC 2231 in UTF-8", f"attachment; filename*=utf-8'zh'{percent(NAME, 'utf-8')}", "a/b", NAME),
    (
        "RFC 2231 in pieces",
        f"attachment; filename*0*=gb2312''{percent('申报', 'gbk')}; filename*1*={percent('书.txt', 'gbk')}",
        "a/b",
        NAME,
    ),
    ("bare UTF-8", f'attachment; filename="{NAME}"', "a/b", NAME),
    ("bare GBK", f'attachment; filename="GBK!{NAME}"', "a/b", NAME),
    ("by the content type only", "attachment", f'a/b; name="{word(NAME, "utf-8")}"', NAME),
    ("an encoding that nobody knows", f"attachment; filename=\"=?x-no?B?{'5Lit'}?=\"", "a/b", "中"),
    ("broken Base64", 'attachment; filename="=?utf-8?B?5?="', "a/b", "=_utf-8_B_5_="),
    ("a way out", 'attachment; filename="../../etc/passwd"', "a/b", "etc_passwd"),
    ("no name", "attachment", "application/pdf", "附件1.pdf"),
    ("dots only", 'attachment; filename="..."', "application/pdf", "附件1.pdf"),
    ("the name of a lock file", 'attachment; filename="~$a.pdf"', "a/b", "附件1.pdf"),
    ("the name of a hidden lock file", 'attachment; filename="./~$a.pdf"', "a/b", "附件1.pdf"),
    ("a hidden name", 'attachment; filename=".a.pdf"', "a/b", "a.pdf"),
]  # fmt: skip


@pytest.mark.parametrize(("disposition", "kind", "name"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_names_of_attachments(tmp_path: Path, disposition: str, kind: str, name: str) -> None:
    (tmp_path / "a.eml").write_bytes(raw(disposition, kind))
    found = files_of(tmp_path / "a.eml")
    assert [*found.values()] == [TEXT]
    assert [one.replace("?", "_") for one in found] == [name]


# (headers of the words, bytes as they are sent, what is read)
BODIES = [
    ("text/plain; charset=gb2312", "附件为我单位申报材料，喆".encode("gbk"), "附件为我单位申报材料，喆"),
    ("text/plain; charset=GBK", WORDS.encode("gb18030"), WORDS),
    ("text/plain; charset=utf-8", WORDS.encode(), WORDS),
    ("text/plain; charset=big5", "附件為我單位申報材料".encode("big5"), "附件為我單位申報材料"),
    ("text/plain; charset=unknown", WORDS.encode("gb18030"), WORDS),
    ("text/plain; charset=utf-8", WORDS.encode("gb18030"), WORDS),
    ("text/plain", WORDS.encode("gb18030"), WORDS),
    ("text/html; charset=gbk", f"<p>{WORDS}</p>".encode("gbk"), WORDS),
    ("text/html", f'<meta charset="gbk"><p>{WORDS}</p>'.encode("gbk"), WORDS),
]


@pytest.mark.parametrize("way", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize(("kind", "data", "seen"), BODIES)
def test_words_of_a_mail(tmp_path: Path, kind: str, data: bytes, seen: str, way: str) -> None:
    import quopri

    sent = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[way](data)
    head = f"From: a@example.com\nTo: b@example.com\nContent-Type: {kind}\nContent-Transfer-Encoding: {way}\n\n"
    (tmp_path / "a.eml").write_bytes(head.encode() + sent)
    with expand([tmp_path / "a.eml"]) as found:
        assert read(found.inputs[0].files[0].path).text.strip() == seen


def test_the_richer_words_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(eml(WORDS, f"<p>{WORDS}</p><table><tr><td>单位<td>某某公司</table>"))
    assert [*files_of(tmp_path / "a.eml")] == ["正文.html"]
    (tmp_path / "a.eml").write_bytes(eml(WORDS, "<html><body><div><br></div></body></html>"))
    assert files_of(tmp_path / "a.eml") == {"正文.txt": f"{WORDS}\n".encode()}


def test_pictures_within_the_words(tmp_path: Path) -> None:
    """A logo in the signature is none of the applicant's files; a scan shown in the words is."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "x"
    message.set_content('<p>见图<img src="cid:1"><img src="cid:2"></p>', subtype="html")
    message.add_related(LOGO, "image", "png", cid="<1>", filename="logo.png")
    message.add_related(LOGO + bytes(2**16), "image", "png", cid="<2>", filename="扫描件.png")
    message.add_attachment(LOGO, maintype="image", subtype="png", filename="执照.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    assert sorted(files_of(tmp_path / "a.eml")) == sorted(["正文.html", "扫描件.png", "执照.png"])


def test_a_forwarded_mail_is_a_mail_in_the_mail(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "c@example.com", "a@example.com", "申报 第一批"
    inner.set_content(WORDS)
    inner.add_attachment(TEXT, maintype="application", subtype="octet-stream", filename="表.txt")
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "a@example.com", "b@example.com", "转发"
    outer.set_content("请处理")
    outer.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(outer.as_bytes())
    assert sorted(files_of(tmp_path / "a.eml")) == sorted(
        ["正文.txt", "申报 第一批.eml!/正文.txt", "申报 第一批.eml!/表.txt"]
    )
    with expand([tmp_path / "a.eml"]) as found:
        assert sum(file.letter for file in found.inputs[0].files) == 2


def test_attachments_of_outlook_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(eml(WORDS, files=[("winmail.dat", b"\x78\x9f\x3e\x22xx"), ("表.txt", TEXT)]))
    inputs, failures = opened(tmp_path / "a.eml")
    assert [len(files) for _, files in inputs] == [2]
    assert failures == [("!/winmail.dat", Reason.UNSUPPORTED)]


def test_a_signed_mail_is_read(tmp_path: Path) -> None:
    head = "From: a@example.com\nTo: b@example.com\nContent-Type: multipart/signed; boundary=x\n\n--x\n"
    body = "Content-Type: text/plain; charset=utf-8\n\n" + WORDS
    tail = "\n--x\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nMIIB\n--x--\n"
    (tmp_path / "a.eml").write_bytes((head + body + tail).encode())
    assert files_of(tmp_path / "a.eml") == {"正文.txt": WORDS.encode()}


def test_a_mail_of_outlook(tmp_path: Path) -> None:
    forwarded = msg_tree("原来的话", files=[("表.txt", TEXT)], p0037001F="第一批/申报".encode("utf-16-le"))
    data = msg(WORDS, files=[("申报书.txt", TEXT), ("b.txt", b"x" * 9000)], mails=[forwarded])
    (tmp_path / "a.msg").write_bytes(data)
    found = {name: content.rstrip(b"\0") for name, content in files_of(tmp_path / "a.msg").items()}
    assert found == {
        "正文.txt": WORDS.encode(),
        "申报书.txt": TEXT,
        "b.txt": b"x" * 9000,
        "第一批_申报/正文.txt": "原来的话".encode(),
        "第一批_申报/表.txt": TEXT,
    }


def test_a_mail_of_an_old_outlook(tmp_path: Path) -> None:
    """Words as bytes of the sender's encoding, HTML as bytes, a name of eight characters."""
    attached = {"__substg1.0_3704001E": "表.txt".encode("gbk"), "__substg1.0_37010102": TEXT}
    tree = {
        "__properties_version1.0": bytes(32),
        "__substg1.0_1000001E": WORDS.encode("gbk"),
        "__substg1.0_10130102": f'<meta charset="gbk"><p>{WORDS}</p>'.encode("gbk"),
        "__attach_version1.0_#00000000": attached,
        "__attach_version1.0_#00000001": {"__substg1.0_3707001E": b"linked.txt"},
    }
    (tmp_path / "a.msg").write_bytes(ole(tree))
    inputs, failures = opened(tmp_path / "a.msg")
    assert inputs == [("", ["!/正文.html", "!/表.txt"])]
    assert failures == [("!/linked.txt", Reason.UNSUPPORTED)]


DEEP = b"From: a@x\nTo: b@x\nSubject: x\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
)
MANY = b"From: a@x\nTo: b@x\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 3000
ENVELOPE = "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"
# (what it is, the mail's name, its bytes, the reason)
BAD = [
    ("nothing in it", "a.eml", b"From: a@x\nTo: b@x\nSubject: x\n\n", Reason.EMPTY),
    ("encrypted by S/MIME", "a.eml", raw("attachment", ENVELOPE), Reason.ENCRYPTED),
    (
        "encrypted by PGP",
        "a.eml",
        b"From: a@x\nTo: b@x\nSubject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--",
        Reason.ENCRYPTED,
    ),
    ("encrypted in Outlook", "a.msg", msg("x", p001A001F="IPM.Note.SMIME".encode("utf-16-le")), Reason.ENCRYPTED),
    ("parts without end", "a.eml", MANY, Reason.TOO_LARGE),
    ("parts in one another", "a.eml", DEEP, Reason.DAMAGED),
    ("too large", "a.eml", eml("x" * 3_000_000), Reason.TOO_LARGE),
    ("an attachment too large", "a.eml", eml(WORDS, files=[("a.txt", b"x" * 600_000)] * 2), Reason.TOO_LARGE),
]


@pytest.mark.parametrize(("name", "data", "reason"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_mail(tmp_path: Path, name: str, data: bytes, reason: Reason) -> None:
    (tmp_path / name).write_bytes(data)
    inputs, failures = opened(tmp_path / name, Limits(file_bytes=2**21, archive_bytes=2**20))
    assert (inputs, [one for _, one in failures]) == ([], [reason])


def test_any_cut_of_a_mail_is_opened_or_refused(tmp_path: Path) -> None:
    mails = (("a.eml", eml(WORDS, f"<p>{WORDS}</p>", [(NAME, TEXT)])), ("a.msg", msg(WORDS, files=[(NAME, TEXT)])))
    for name, whole in mails:
        for at in range(0, len(whole), max(len(whole) // 60, 1)):
            for data in (whole[:at], whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]):
                (tmp_path / name).write_bytes(data)
                inputs, failures = opened(tmp_path / name)
                assert inputs or failures


WEB_ARCHIVE = b"From: <Saved by Blink>\nSubject: c\nDate: d\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
# (a file's name, its first bytes, whether it is a mail)
KINDS = [
    ("a.eml", b"Subject: x\nDate: y\n\n", FileType.MAIL),
    ("a", b"Received: x\n\tby y\nFrom: a\nSubject: b\n\nc", FileType.MAIL),
    ("a.txt", b"From: a\nTo: b\nSubject: c\n\nd", FileType.MAIL),
    ("a.txt", "From: 单位\n申报材料\n".encode(), FileType.TEXT),
    ("a.txt", b"Subject: c\n\nd", FileType.TEXT),
    ("a.mht", WEB_ARCHIVE, FileType.WEB_ARCHIVE),
    ("a.eml", TEXT, FileType.TEXT),
    ("a.msg", msg("x"), FileType.OUTLOOK),
    ("a.doc", ole({"WordDocument": b"x", "ObjectPool": {"_1": msg_tree("x")}}), FileType.LEGACY_WORD),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "kind"), KINDS)
def test_what_is_a_mail(name: str, data: bytes, kind: FileType) -> None:
    assert sniff(data, name) == kind
