"""Whether a percentage agrees with the two values that its own sentence gives.

False alarms are worse than a miss: only what is clearly meant together is compared.
"""

from casedoc.content.claims.claims import find_claims

__all__ = ["find_claims"]
