"""Keep secrets out of what people are told: they come from the environment, and go nowhere else."""

import os
import re
from collections.abc import Mapping

MASK = "***"
_NAMES = re.compile(r"PASSWORD|SECRET|TOKEN|CREDENTIAL|_KEY$|_CONN|_URL$|^AIRFLOW_CONN_", re.IGNORECASE)
_LEAST = 6  # characters; a shorter value is no secret, and masking it would garble every text
_USER_INFO = re.compile(r"(?<=://)[^/\s@]+(?=@)")
_PARAMETERS = re.compile(r"(?i)\b(token|key|apikey|api_key|secret|password|pass|signature|sig)=[^&\s'\"]+")


def redacted(text: str, environment: Mapping[str, str] | None = None) -> str:
    """Return a text without the values of secret variables, the user names of addresses and their secret parameters.

    A variable is secret by its name: passwords, tokens, keys, connections and addresses of services.
    """
    variables = os.environ if environment is None else environment
    secrets = (value for name, value in variables.items() if _NAMES.search(name) and len(value) >= _LEAST)
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, MASK)
    return _PARAMETERS.sub(lambda found: f"{found.group(1)}={MASK}", _USER_INFO.sub(MASK, text))
