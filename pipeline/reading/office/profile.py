"""A LibreOffice user profile in which documents can do nothing: no macros, no links, no network, no traces."""

from pathlib import Path

from pipeline.reading.office.programs import build_of

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INET = "/org.openoffice.Inet/Settings"
_NOWHERE = "127.0.0.1"
# (node, property, value): every one a setting of LibreOffice's own registry; those a version lacks it ignores.
_SETTINGS: tuple[tuple[str, str, str], ...] = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),  # no picture or text from outside the document
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),  # never
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Chart", "false"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    (_INET, "ooInetProxyType", "2"),  # by hand: a proxy where nobody listens
    (_INET, "ooInetHTTPProxyName", _NOWHERE),
    (_INET, "ooInetHTTPProxyPort", "9"),
    (_INET, "ooInetHTTPSProxyName", _NOWHERE),
    (_INET, "ooInetHTTPSProxyPort", "9"),
    (_INET, "ooInetNoProxy", ""),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("/org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
    ("/org.openoffice.Setup/L10N", "ooLocale", "en-US"),
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def write_profile(folder: Path, soffice: Path) -> None:
    """Write a new profile into ``folder``, which must not exist yet, for the LibreOffice of this program."""
    (folder / "user").mkdir(parents=True)
    _skip_synchronising(folder / "user" / "extensions", build_of(soffice))
    items = "".join(
        f'<item oor:path="{node}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for node, name, value in _SETTINGS
    )
    (folder / "user" / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", encoding="utf-8")


def office_environment(folder: Path, inherited: dict[str, str]) -> dict[str, str]:
    """The environment for LibreOffice: home and temporary files in ``folder``, no proxy, no printer, no display."""
    kept = {name: value for name, value in inherited.items() if name in ("PATH", "FONTCONFIG_PATH", "FONTCONFIG_FILE")}
    return {
        **kept,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        "SAL_DISABLE_PRINTERLIST": "1",
        "CUPS_SERVER": "/dev/null",
        "http_proxy": f"http://{_NOWHERE}:9",
        "https_proxy": f"http://{_NOWHERE}:9",
    }


def _skip_synchronising(folder: Path, build: str) -> None:
    """Say that the extensions are known: a new profile otherwise makes LibreOffice start twice (1.2 s of 2.2 s)."""
    if not build:
        return
    for name in ("bundled", "shared"):
        (folder / name).mkdir(parents=True)
        (folder / name / "lastsynchronized").write_text("11")
    (folder / "buildid").write_text(build, encoding="utf-8")
