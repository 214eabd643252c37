#!/usr/bin/env bash
# The README's run command, the packed tool and the published folder, each started for real.
set -euo pipefail
dotnet run --no-build --project src/DiscourseLens.App -- --help
