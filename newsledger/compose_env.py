"""Write random secrets for docker-compose.yml to .env; needs nothing but Python: python3 -m newsledger.compose_env."""

import secrets
import sys

from newsledger.airflow_home import new_secrets, private_file
from newsledger.settings import CHECKOUT


def compose_variables() -> dict[str, str]:
    """Return a random value for each variable that docker-compose.yml insists on."""
    ours = new_secrets()
    return {
        "POSTGRES_PASSWORD": secrets.token_urlsafe(24),
        "REDIS_PASSWORD": secrets.token_urlsafe(24),
        "NEWSLEDGER_ADMIN_PASSWORD": secrets.token_urlsafe(12),
        "AIRFLOW_FERNET_KEY": ours["AIRFLOW__CORE__FERNET_KEY"],
        "AIRFLOW_API_SECRET_KEY": ours["AIRFLOW__API__SECRET_KEY"],
        "AIRFLOW_JWT_SECRET": ours["AIRFLOW__API_AUTH__JWT_SECRET"],
    }


def main() -> int:
    """Write .env unless it is there: the database keeps the password that it was made with."""
    path = CHECKOUT / ".env"
    if path.exists():
        sys.stderr.write(f"{path} is there already; remove it only together with the volumes\n")
        return 1
    private_file(path, "".join(f"{name}={value}\n" for name, value in compose_variables().items()))
    sys.stdout.write(f"{path}: the web interface's user is admin, its password NEWSLEDGER_ADMIN_PASSWORD\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
