"""Becomes LibreOffice inside its bounds; run as a script of its own, under any Python 3.

``python launch.py PARENT MEMORY BYTES FOLDER SOFFICE ARGUMENT...``: LibreOffice dies with the process PARENT, has at
most MEMORY bytes of address space and writes no file of more than BYTES bytes. Where the system (Linux) lets a process
say so, it has no network, reads only FOLDER and what is installed, and writes only into FOLDER.
"""

import ctypes
import os
import resource
import signal
import sys

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
# Landlock: numbers of its calls (the same on every architecture) and of the rights it knows.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_EXECUTE, _WRITE, _READ, _LIST, _REMOVE, _MAKE_SOCKET = 1, 1 << 1, 1 << 2, 1 << 3, 1 << 5, 1 << 9
_RIGHTS = ((1 << 13) - 1, (1 << 14) - 1, (1 << 15) - 1)  # of its first, second and third version
_INSTALLED = (
    "/usr",
    "/bin",
    "/lib",
    "/lib64",
    "/etc",
    "/opt",
    "/proc",
    "/sys",
    "/var/lib",
    "/var/cache",
    "/var/spool/libreoffice",
)


def main() -> None:
    """Bound this process and turn it into LibreOffice."""
    parent, memory, size = (int(one) for one in sys.argv[1:4])
    folder, command = sys.argv[4], sys.argv[5:]
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        _leave_network(libc)
        _close_files(libc, folder, os.path.dirname(os.path.dirname(command[0])))  # noqa: PTH120 - cheap to import
    if os.getppid() != parent:  # it died before the lines above
        sys.exit(1)
    _bound(resource.RLIMIT_CORE, 0)
    _bound(resource.RLIMIT_AS, memory)
    _bound(resource.RLIMIT_FSIZE, size)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file too long is an error of writing, not a death
    os.execv(command[0], command)


def _leave_network(libc: ctypes.CDLL) -> None:
    """Into a network of its own that has no device: as root, else in a user namespace; else not."""
    if libc.unshare(_CLONE_NEWNET) == 0:
        return
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        return
    for name, words in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        try:
            os.write(os.open(f"/proc/self/{name}", os.O_WRONLY), words.encode())
        except OSError:
            return


def _close_files(libc: ctypes.CDLL, folder: str, program: str) -> None:
    """With Landlock: everything in ``folder``, reading what is installed, sockets in /tmp; nothing else."""
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return
    every = _RIGHTS[min(version, 3) - 1]
    handled = ctypes.c_uint64(every)
    rules = libc.syscall(_CREATE_RULESET, ctypes.byref(handled), ctypes.c_size_t(8), 0)
    if rules < 0:
        return
    allowed = [(folder, every), ("/dev", _READ | _WRITE | _LIST), ("/tmp", _MAKE_SOCKET | _REMOVE)]
    allowed += [(place, _EXECUTE | _READ | _LIST) for place in (*_INSTALLED, program)]
    for place, rights in allowed:
        try:
            opened = os.open(place, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        rule = rights.to_bytes(8, sys.byteorder) + opened.to_bytes(4, sys.byteorder)
        libc.syscall(_ADD_RULE, rules, 1, rule, 0)
        os.close(opened)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.syscall(_RESTRICT_SELF, rules, 0)


def _bound(kind: int, most: int) -> None:
    """Lower a limit of this process; one that is lower already stays."""
    hard = resource.getrlimit(kind)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(kind, (most, hard))
    except (OSError, ValueError):
        return


if __name__ == "__main__":
    main()
