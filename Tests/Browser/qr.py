"""What a reader of QR codes that is not ours makes of one, as it is drawn on the screen."""

import subprocess
from pathlib import Path


def read(page, folder):
    """The texts of the codes in a picture of the one that the page shows."""
    picture = Path(folder, "qr.png")
    page.locator("svg.qr").screenshot(path=picture)
    result = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)],
                            capture_output=True, text=True, timeout=60)
    return result.stdout.splitlines()
