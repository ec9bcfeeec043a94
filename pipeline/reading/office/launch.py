"""Becomes LibreOffice inside its bounds; run as a script of its own, under any Python 3.

``python launch.py PARENT MEMORY BYTES COMMAND...``: the command dies with the process PARENT, has no network where
the system lets a process leave it, at most MEMORY bytes of address space, and writes no file of more than BYTES bytes.
"""

import ctypes
import os
import resource
import signal
import sys

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def main() -> None:
    """Bound this process and turn it into the command."""
    parent, memory, size = (int(one) for one in sys.argv[1:4])
    command = sys.argv[4:]
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        _leave_network(libc)
    if os.getppid() != parent:  # it died before the line above
        sys.exit(1)
    _bound(resource.RLIMIT_CORE, 0)
    _bound(resource.RLIMIT_AS, memory)
    _bound(resource.RLIMIT_FSIZE, size)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file too long is an error of writing, not a death
    os.execv(command[0], command)


def _leave_network(libc: ctypes.CDLL) -> None:
    """Into a network of its own that has no device: as root, else as the root of a user namespace; else not."""
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
