"""The table of archives: how each kind is unpacked to a folder; mails are folders too."""

from collections.abc import Callable
from pathlib import Path

from pipeline.reading.archives.compressed import unpack_bzip2, unpack_gzip, unpack_xz
from pipeline.reading.archives.program import unpack_by_program
from pipeline.reading.archives.room import Room
from pipeline.reading.archives.tar import unpack_tar
from pipeline.reading.archives.zip import unpack_zip
from pipeline.reading.filetypes import FileType
from pipeline.reading.mail.eml import unpack_eml
from pipeline.reading.mail.msg import unpack_msg

UNPACKERS: dict[FileType, Callable[[Path, Room], None]] = {
    FileType.ZIP: unpack_zip,
    FileType.TAR: unpack_tar,
    FileType.GZIP: unpack_gzip,
    FileType.BZIP2: unpack_bzip2,
    FileType.XZ: unpack_xz,
    FileType.SEVEN_ZIP: unpack_by_program,
    FileType.RAR: unpack_by_program,
    FileType.MAIL: unpack_eml,
    FileType.OUTLOOK: unpack_msg,
}
MAILS = frozenset({FileType.MAIL, FileType.OUTLOOK})
