"""Give Airflow, which reads its settings when it is imported, a home of its own before any test imports it."""

import os
import tempfile

os.environ["NEWSLEDGER_AIRFLOW"] = tempfile.mkdtemp(prefix="newsledger-airflow-")

from newsledger.airflow_home import IN_PROCESS, use_airflow

use_airflow(IN_PROCESS, log_level="CRITICAL")
