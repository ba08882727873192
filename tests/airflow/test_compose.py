"""docker-compose.yml is valid, refers to nothing that is not there, and lets no default password in."""

import re
import subprocess
import sys

import pytest
import yaml

from newsledger.compose_env import compose_variables
from newsledger.settings import CHECKOUT

PATH = CHECKOUT / "docker-compose.yml"
TEXT = PATH.read_text("utf-8")
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
OURS = sorted(name for name, service in SERVICES.items() if service["image"] == "newsledger")
EXPECTED = {"postgres", "init", "api-server", "scheduler", "dag-processor", "triggerer", "redis", "worker"}


def test_the_schema_holds() -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(PATH)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_services_are_there() -> None:
    assert set(SERVICES) == EXPECTED
    assert {name for name, service in SERVICES.items() if service.get("profiles")} == {"redis", "worker"}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_waits_only_for_services_that_can_answer(name: str) -> None:
    for other, wanted in SERVICES[name].get("depends_on", {}).items():
        assert other in SERVICES
        if wanted["condition"] == "service_healthy":
            assert "healthcheck" in SERVICES[other], f"{other} would never be healthy"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_mounts_declared_volumes_or_folders_that_exist(name: str) -> None:
    for volume in SERVICES[name].get("volumes", []):
        source = volume.split(":")[0]
        assert (CHECKOUT / source).exists() if source.startswith(".") else source in COMPOSE["volumes"]


def test_every_volume_is_mounted() -> None:
    mounted = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert set(COMPOSE["volumes"]) <= mounted


def test_every_process_that_stays_has_a_health_check() -> None:
    assert {name for name in SERVICES if "healthcheck" not in SERVICES[name]} == {"init"}


def test_secrets_have_no_default() -> None:
    for name, how in re.findall(r"\$\{(\w+)(:?[-?])?", TEXT):
        if re.search("PASSWORD|KEY|SECRET", name):
            assert how == ":?", name
        else:
            assert how == ":-", name
    for service in SERVICES.values():
        for key, value in service.get("environment", {}).items():
            if re.search("PASSWORD$|KEY$|SECRET$|AUTH$", key):
                assert value is None or str(value).startswith("${"), key


def test_the_secrets_that_are_asked_for_are_those_that_are_written() -> None:
    assert set(re.findall(r"\$\{(\w+):\?", TEXT)) == set(compose_variables())


def test_every_setting_reaches_the_containers() -> None:
    settings = (CHECKOUT / "docs" / "settings.md").read_text("utf-8")
    named = {*re.findall(r"^\| `(\w+)` \|", settings, re.MULTILINE), *re.findall(r"AWS_\w+", settings)}
    in_the_image = {"NEWSLEDGER_CONFIG", "NEWSLEDGER_ENGINE", "NEWSLEDGER_MODELS"}
    assert len(named) > 15
    assert named - in_the_image <= set(SERVICES["scheduler"]["environment"])


def test_nothing_is_open_beyond_this_machine() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


@pytest.mark.parametrize("name", OURS)
def test_a_process_has_no_rights_that_it_does_not_need(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    written = {volume.split(":")[1] for volume in service["volumes"] if not volume.endswith(":ro")} | {"/tmp"}  # noqa: S108
    places = ("NEWSLEDGER_DATA", "AIRFLOW_HOME", "HOME")
    assert {service["environment"][place] for place in places} <= written


def test_the_image_runs_as_nobody_in_particular() -> None:
    lines = (CHECKOUT / "Dockerfile").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("USER")] == ["USER newsledger"]
    assert lines.index("USER newsledger") > max(i for i, line in enumerate(lines) if line.startswith("COPY"))


@pytest.mark.parametrize("name", sorted(set(SERVICES) - set(OURS)))
def test_a_foreign_process_gains_no_rights(name: str) -> None:
    assert SERVICES[name]["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", OURS)
def test_a_process_finds_our_packages_and_runs_what_exists(name: str) -> None:
    service = SERVICES[name]
    assert service["environment"]["PYTHONPATH"] == "/opt/newsledger"
    for command in (service["command"], service.get("healthcheck", {}).get("test", [])):
        for module in re.findall(r"newsledger\.(\w+)", " ".join(command)):
            assert (CHECKOUT / "newsledger" / f"{module}.py").is_file()


def test_the_image_holds_what_the_house_needs() -> None:
    kept = {line[1:] for line in (CHECKOUT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    assert kept >= {"schemas", "transforms", "expectations", "newsledger", "dags", "config", "models", "samples"}
    assert all((CHECKOUT / name).exists() for name in kept)


def test_secrets_are_written_once_and_for_their_owner_alone(tmp_path, monkeypatch) -> None:
    from newsledger import compose_env  # noqa: PLC0415

    monkeypatch.setattr(compose_env, "CHECKOUT", tmp_path)
    assert compose_env.main() == 0
    written = (tmp_path / ".env").read_text("utf-8")
    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600
    assert compose_env.main() == 1
    assert (tmp_path / ".env").read_text("utf-8") == written
    values = [line.partition("=")[2] for line in written.splitlines()]
    assert len(set(values)) == len(values)
    assert all(len(value) >= 16 for value in values)
