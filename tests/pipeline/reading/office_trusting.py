"""Opens a file in LibreOffice as a careless program would: macros run, links are followed. Under LibreOffice's Python.

``python office_trusting.py SOFFICE FOLDER FILE``: shows that the tests' hostile files are armed.
"""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path


def main() -> None:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
    from com.sun.star.lang import DisposedException

    soffice, folder, file = sys.argv[1:4]
    pipe = f"trusting{time.time_ns()}"
    command = [soffice, f"-env:UserInstallation=file://{folder}/p", "--headless", "--norestore", "--nodefault"]
    command.append(f"--accept=pipe,name={pipe};urp;")
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    process, context = subprocess.Popen(command), None
    try:
        while context is None:
            if process.poll() is not None:
                process = subprocess.Popen(command)
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except NoConnectException:
                time.sleep(0.05)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        careless = {"Hidden": False, "MacroExecutionMode": 4, "UpdateDocMode": 3}
        properties = tuple(PropertyValue(Name=name, Value=value) for name, value in careless.items())
        document = desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, properties)
        time.sleep(1)  # the events of loading come later
        target = (Path(folder) / "made.docx").as_uri()
        document.storeToURL(target, (PropertyValue(Name="FilterName", Value="MS Word 2007 XML"),))
        document.close(True)
        with suppress(DisposedException, subprocess.TimeoutExpired):  # how it ends shows nothing about the file
            desktop.terminate()  # so that it removes its sockets
            process.wait(10)
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    main()
