"""RIS: one record, a tag to a line, each line ended by CR and LF."""

from .reference import Reference, one_line

RIS_TYPE = "application/x-research-info-systems; charset=utf-8"


def ris(reference: Reference) -> str:
    """The record, of the type of an electronic source."""
    lines = [
        ("TY", "ELEC"),
        ("ID", reference.key),
        ("TI", one_line(reference.title)),
        ("T2", one_line(reference.container)),
    ]
    if (day := reference.version) is not None:
        lines += [
            ("PY", f"{day.year:04}"),
            ("DA", f"{day:%Y/%m/%d}/"),
            ("ET", f"Version of {day.isoformat()}"),
        ]
    lines += [("UR", reference.address), ("LA", reference.language), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)
