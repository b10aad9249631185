# eventdb's command as an image, for docker-compose.yml: in goes the checkout, out comes `eventdb` run by an ordinary user.
FROM python:3.12-slim AS build
WORKDIR /checkout
COPY pyproject.toml README.md LICENSE ./
COPY eventdb eventdb
COPY loaders loaders
COPY migrations migrations
COPY sql sql
COPY examples examples
RUN pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.12-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links=/wheels eventdb \
    && useradd --uid 1000 --create-home eventdb
USER eventdb
ENV PYTHONDONTWRITEBYTECODE=1
ENTRYPOINT ["eventdb"]
CMD ["--help"]
