"""Tables for spreadsheets: rows out as CSV or XLSX, and never as formulas.

``csv`` and ``xlsx`` take the same rows and columns; both hold few rows in memory, however many
there are.
"""

from .csv import CSV_TYPE, cell, write_csv
from .xlsx import XLSX_TYPE, write_xlsx

__all__ = ["CSV_TYPE", "XLSX_TYPE", "cell", "write_csv", "write_xlsx"]
