#!/usr/bin/env bash
# Starts for real what a user starts: the README's commands, the packed tool, the published folder.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME="$scratch/home"
sample=(samples/quickstart/RS_2024-01.ndjson samples/quickstart/RC_2024-01.ndjson)
shows_a_trend() { grep -q observed <("$@" trend --measure sentiment --by week --format csv --database "$scratch/run.db"); }

echo "-- from source, as in the README"
run=(dotnet run --no-build --project src/DiscourseLens.App --)
"${run[@]}" import "${sample[@]}" --database "$scratch/run.db"
"${run[@]}" trend --measure sentiment --by week --database "$scratch/run.db"
shows_a_trend "${run[@]}"

echo "-- the packed tool"
dotnet pack src/DiscourseLens.App -c Release -o "$scratch/packed" --nologo -v quiet
(cd "$scratch" && dotnet tool install DiscourseLens.Tool --tool-path "$scratch/tool" --source "$scratch/packed" >/dev/null)
"$scratch/tool/discourselens" --version
shows_a_trend "$scratch/tool/discourselens"

echo "-- a self-contained folder"
# From a copy: publishing for one runtime writes the lock files anew.
mkdir "$scratch/copy" && git ls-files -z | tar --null -T - -c | tar -x -C "$scratch/copy"
(cd "$scratch/copy" && dotnet publish src/DiscourseLens.App -c Release -r linux-x64 --self-contained -o "$scratch/published" --nologo -v quiet)
env -u DOTNET_ROOT PATH=/usr/bin:/bin "$scratch/published/discourselens" --version
shows_a_trend "$scratch/published/discourselens"
