"""The record in and out, one module (or folder) a format."""
