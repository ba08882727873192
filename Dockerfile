# Every process of docker-compose.yml runs from this image.
FROM python:3.11-slim-bookworm

WORKDIR /opt/newsledger
COPY requirements-stack.lock .
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement requirements-stack.lock

COPY . .
# Volumes take over the owner of the folder that they are mounted on.
RUN python -m compileall -q schemas transforms expectations newsledger dags \
    && useradd --system --uid 50000 newsledger \
    && mkdir data airflow \
    && chown newsledger data airflow
USER newsledger
