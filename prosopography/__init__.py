"""A web database for prosopography: what sources say about each person, claim by claim."""
