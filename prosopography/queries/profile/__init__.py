"""The collective biography of a group: one module a measure, each from the same claims.

In order: ``figure`` (what all measures are made of), ``material`` (the claims of the group in
short), ``tally``, ``dated`` and ``spans`` (how persons are counted), the measures (``births``,
``ages``, ``bodies``, ``roles``, ``ways``, ``fates``, ``survival`` with its ``estimator``,
``shared``, ``disputed``, ``evidence``), ``profile`` (all of them), ``pair`` (two groups), ``asking``
(the question that gives the persons of a figure) and ``charts``. docs/groups.md says how each is
computed.
"""

from .profile import Profile, profile

__all__ = ["Profile", "profile"]
