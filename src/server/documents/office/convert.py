"""Keeps one LibreOffice warm and turns documents into PDF: JSON lines in ({"from", "to", "filter"}), JSON lines out ({"ok"} or {"error"})."""
import json
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

soffice, profile = sys.argv[1], sys.argv[2]
pipe = "sedno%d" % os.getpid()


def start():
    # What LibreOffice prints must not get among the answers.
    return subprocess.Popen(
        [soffice, "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "-env:UserInstallation=file://" + profile, "--accept=pipe,name=%s;urp;" % pipe],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def connected():
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    office = start()
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe), office
        except Exception:
            # A new profile makes it end with 81 once it has written it: it is to be started again.
            if office.poll() is not None:
                office = start()
            time.sleep(0.05)
    sys.exit("LibreOffice does not answer")


def value(name, given):
    made = PropertyValue()
    made.Name, made.Value = name, given
    return made


def convert(desktop, work):
    # Never a macro, never anything fetched from elsewhere.
    loading = (value("Hidden", True), value("ReadOnly", True), value("MacroExecutionMode", 0), value("UpdateDocMode", 0))
    document = desktop.loadComponentFromURL("file://" + work["from"], "_blank", 0, loading)
    if document is None:
        raise RuntimeError("cannot be opened")
    try:
        document.storeToURL("file://" + work["to"], (value("FilterName", work["filter"]), value("Overwrite", True)))
    finally:
        document.close(True)


context, office = connected()
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    try:
        convert(desktop, json.loads(line))
        print(json.dumps({"ok": True}), flush=True)
    except Exception as error:
        print(json.dumps({"error": str(error)[:500]}), flush=True)
        if office.poll() is not None:
            sys.exit(1)
# Whoever asked is gone: LibreOffice, which is several processes of this group, goes too.
os.killpg(0, signal.SIGKILL)
