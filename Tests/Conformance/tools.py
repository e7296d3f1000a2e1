"""Running the tools of others."""

import pathlib
import shutil
import subprocess
import sys

from run import Missing


def find(name):
    """The command, beside this Python or on the path."""
    beside = pathlib.Path(sys.prefix) / "bin" / name
    command = str(beside) if beside.exists() else shutil.which(name)
    if not command:
        raise Missing(f"{name} is not there")
    return command


def run(name, *arguments, **options):
    """Runs a command that must succeed; what it printed."""
    result = subprocess.run([find(name), *map(str, arguments)], capture_output=True, text=True, timeout=300, **options)
    assert result.returncode == 0, f"{name}: {result.stdout}\n{result.stderr}"
    return result.stdout
