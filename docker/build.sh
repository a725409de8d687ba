#!/bin/sh
# Builds the image with docker, podman or buildah, the first that works here. The argument is its name: easel.
set -eu
cd "$(dirname "$0")/.."
name=${1:-easel}

if command -v docker >/dev/null && docker info >/dev/null 2>&1; then
  exec docker build --tag "$name" --file docker/Dockerfile .
fi
for builder in podman buildah; do
  if command -v "$builder" >/dev/null; then
    # The other format has no place for a HEALTHCHECK.
    exec "$builder" build --format docker --tag "$name" --file docker/Dockerfile .
  fi
done
echo "No docker, podman or buildah that works is here: install one of them." >&2
exit 1
