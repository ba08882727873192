"""Run all steps of one news day in this process, as `newsledger run` and `newsledger replay` do."""

import sys
from datetime import date

from newsledger import alarms, progress, steps, validator
from newsledger.settings import Settings
from newsledger.summary import summary

EXIT_HELD = 3

_BEFORE_PUBLISHING = (steps.fetch, steps.clean, steps.group, steps.extract, steps.follow, steps.check)


def run(settings: Settings, day: date, sources: tuple[str, ...], replay_of: str | None = None) -> None:
    """Run the steps in order and print what came in and went out; exit with status 3 if a check holds the run.

    A fault of the world or of ours is recorded, told to people, and raised.
    """
    validator.ready()
    run_id = steps.start(settings, day, sources, replay_of)
    name = "start"
    try:
        for step in (*_BEFORE_PUBLISHING, steps.publish):
            name = step.__name__
            with progress.step(name, run_id):
                step(settings, run_id)
    except steps.Held as held:
        steps.report(settings, run_id)
        sys.stdout.write(summary(settings, run_id) + "\n")
        sys.stderr.write(f"newsledger: {run_id} is {held}; nothing of it is published\n")
        sys.exit(EXIT_HELD)
    except Exception as error:
        steps.fail(settings, run_id, name, error)
        raise
    steps.report(settings, run_id)
    alarms.after_publish(settings, run_id)
    sys.stdout.write(summary(settings, run_id) + "\n")
