"""What bin/run, bin/test and bin/check share: the virtual environment. Standard library only."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UV = "uv==0.13.9"


def say(text: str) -> None:
    """A line for whoever waits."""
    print(f"==> {text}", flush=True)


def call(*command: object, **options: object) -> None:
    """Runs a command from the project's root; leaves with its exit code when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False, **options)
    if done.returncode:
        sys.exit(done.returncode)


def install(requirements: str) -> None:
    """Makes .venv hold what the requirements file pins, unless it does already.

    The stamp holds the digests of what is installed: a superset (the development file) serves the
    smaller one too.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 -- who runs this may have any Python
        sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ".")
    wanted = _digest("requirements.txt", requirements)
    stamp = VENV / "installed"
    if PYTHON.exists() and stamp.exists() and wanted in stamp.read_text().split():
        return
    stamp.unlink(missing_ok=True)
    if not _has_pip():
        say("Making the virtual environment .venv")
        try:
            venv.create(VENV, with_pip=True, clear=VENV.exists())
        except subprocess.CalledProcessError:
            shutil.rmtree(VENV, ignore_errors=True)
            sys.exit(
                "This Python cannot make a virtual environment with pip. On Debian and Ubuntu: "
                "apt-get install python3-venv"
            )
    say(f"Installing what {requirements} pins (needs the network, once)")
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    environment = {**os.environ, **quiet, "VIRTUAL_ENV": str(VENV)}
    call(PYTHON, "-m", "pip", "install", "--quiet", UV, env=environment)
    uv = PYTHON.parent / ("uv.exe" if os.name == "nt" else "uv")
    call(uv, "pip", "sync", "--quiet", "--require-hashes", requirements, env=environment)
    stamp.write_text("\n".join({wanted, _digest("requirements.txt", "requirements.txt")}) + "\n")


def _has_pip() -> bool:
    """Whether .venv is whole: a Python that runs, with its pip."""
    if not PYTHON.exists():
        return False
    asked = [str(PYTHON), "-m", "pip", "--version"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


def _digest(*names: str) -> str:
    together = hashlib.sha256(sys.version.encode())
    for name in names:
        together.update((ROOT / name).read_bytes())
    return together.hexdigest()


def manage(*arguments: object) -> None:
    """Runs manage.py in the virtual environment."""
    call(PYTHON, ROOT / "manage.py", *arguments)


def translations() -> None:
    """Makes the files that Django reads of the translations, where they are missing or older."""
    for texts in (ROOT / "prosopography" / "locale").glob("*/LC_MESSAGES/django.po"):
        made = texts.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime < texts.stat().st_mtime:
            manage("catalogue", "compile")
            return
