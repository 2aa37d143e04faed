"""A walk through pages: what of them is inaccessible, too wide, shifts, or makes the browser complain.

Each page is loaded once: a browser takes longer to load it than to look at it in every way.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: What is looked for in each scheme: nothing but the colours is another in the dark.
_SCHEMES: dict[Literal["light", "dark"], dict[str, Any]] = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]},
}
WIDTHS = (320, 768, 2560)
#: How far what is shown has moved while the page was loaded (the browser's own measure).
_SHIFT = """() => new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.value }))
    .observe({type: "layout-shift", buffered: true})
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
})"""
#: Colours that glide to those of the other scheme are there at once.
_SETTLE = "document.body.offsetWidth, document.getAnimations().forEach(each => each.finish())"
_UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)"


def faults(
    page: Page,
    addresses: Iterable[str],
    complaints: list[str],
    *,
    refused: Collection[str] = (),
    ignored: Collection[str] = (),
    widths: Iterable[int] = WIDTHS,
    shifts: bool = False,
) -> dict[str, list[str]]:
    """What is wrong with these pages, by address; empty if nothing is.

    ``complaints`` are those of the browser, as the fixture collects them; Chromium also complains of
    the status of a page that is ``refused``. ``ignored`` are rules of axe. ``shifts`` allows what is
    shown to move while the page is loaded.
    """
    found = {}
    for address in addresses:
        page.emulate_media(color_scheme="light")
        response = page.goto(address)
        assert response is not None
        is_refused = address in refused
        wrong = [] if (response.status >= 400) == is_refused else [f"status {response.status}"]
        shift = page.evaluate(_SHIFT)
        if shift and not shifts:
            wrong.append(f"layout shift {shift}")
        page.evaluate(_UNFOLD)
        wrong += [*_too_wide(page, widths)]
        # Before axe, which sets styles of its own while it looks.
        wrong += [each for each in complaints if not is_refused or "status of" not in each]
        wrong += [*_inaccessible(page, ignored)]
        complaints.clear()
        if wrong:
            found[address] = wrong
    return found


def _too_wide(page: Page, widths: Iterable[int]) -> Iterator[str]:
    window = page.viewport_size
    assert window is not None
    for width in widths:
        page.set_viewport_size({"width": width, "height": window["height"]})
        room = page.evaluate("document.documentElement.scrollWidth")
        if room > width:
            yield f"{room} pixels wide in a window of {width}"
    page.set_viewport_size(window)


def _inaccessible(page: Page, ignored: Collection[str]) -> Iterator[str]:
    for scheme, options in _SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        page.evaluate(_SETTLE)
        for each in Axe().run(page, options=options).response["violations"]:
            if each["id"] not in ignored:
                where = [node["html"] for node in each["nodes"]]
                yield f"{scheme}: {each['id']}: {each['help']}: {where}"
