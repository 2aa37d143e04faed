"""Writing: one function for each act, the only room that saves.

Every act checks what it writes as a form would, is atomic, and leaves history with who and why.
"""
