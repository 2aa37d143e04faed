"""Reading: one function for each thing shown, used by page, API and export alike."""
