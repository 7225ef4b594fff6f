"""The rules of `cpaudit check`: flat lists of functions from an assessment to diagnostics.

They take longer than the checks of every run and say more, so that `assess` does not run them.
What each says, its bound and why, is in docs/check-rules.md.
"""

from __future__ import annotations

from .age import old_benchmarks
from .boilers import boiler_efficiencies, boilers_within_resources
from .consumption import far_consumption
from .energy_prices import energy_prices_apart
from .masses import bod_over_cod, more_mass_out, more_water_out
from .meters import submeters_against_main
from .options import (
    much_by_housekeeping,
    odd_discount_rate,
    pays_back_at_once,
    technology_for_nothing,
)
from .prices import far_prices
from .rates import old_rates

RULES = (
    old_benchmarks,
    more_water_out,
    more_mass_out,
    bod_over_cod,
    submeters_against_main,
    boilers_within_resources,
    energy_prices_apart,
    far_consumption,
    pays_back_at_once,
    odd_discount_rate,
    technology_for_nothing,
    much_by_housekeeping,
)
# these compare with values of the library that no calculation uses: assessment, library
RULES_OF_LIBRARY = (old_rates, boiler_efficiencies, far_prices)

__all__ = ["RULES", "RULES_OF_LIBRARY"]
