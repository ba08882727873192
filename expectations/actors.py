"""What must hold of actors."""

from expectations.codes import COUNTRIES, GROUPS
from expectations.rule import RowRule, Rule, unique, within
from schemas.event import SECTORS

RULES: tuple[Rule, ...] = (
    unique("actors", "actor_id"),
    RowRule("actor_named", "row", "length(trim(name)) = 0", "an actor has a name"),
    RowRule("actor_sector_code", "row", f"sector not in {within(*SECTORS)}", "the sector is one of PLOVER's"),
    RowRule(
        "actor_country_code",
        "row",
        f"country not in {within(*COUNTRIES, *GROUPS)}",
        "the country is an ISO 3166 alpha-3 code, IGO or NGO",
    ),
)
