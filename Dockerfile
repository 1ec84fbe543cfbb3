# casedoc in a container: docker build -t casedoc . && docker run --rm -v "$PWD:/work" casedoc build
# It needs no network when it runs: docker run --network none …
FROM python:3.12-slim AS wheels
WORKDIR /src
COPY requirements/run.lock requirements/run.lock
RUN python -m venv /opt/casedoc && /opt/casedoc/bin/pip install --no-cache-dir --require-hashes --requirement requirements/run.lock
COPY pyproject.toml README.md LICENSE ./
COPY src src
COPY templates templates
COPY fonts fonts
RUN /opt/casedoc/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=wheels /opt/casedoc /opt/casedoc
# Patterns, templates and fonts are read once, here.
RUN /opt/casedoc/bin/python -m casedoc.build.prepare \
    && useradd --create-home --uid 1000 author
ENV PATH=/opt/casedoc/bin:$PATH PYTHONUNBUFFERED=1
USER author
WORKDIR /work
ENTRYPOINT ["casedoc"]
CMD ["--help"]
