#!/usr/bin/env bash
# Starts for real what a user starts: the README's commands, the packed tool, the published folder.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
export XDG_DATA_HOME="$scratch/home"
port=5380

shows_a_trend() {
  "$@" trend --measure sentiment --by week --format csv --database "$scratch/run.db" >"$scratch/trend.csv"
  grep -q observed "$scratch/trend.csv"
}

fetched() { curl -sf "$1" -o "$scratch/fetched" && grep -q -- "$2" "$scratch/fetched"; }

# Starts the program in an empty folder without a command, and asks it for page, API and health.
serves_the_sample() {
  port=$((port + 1))
  local home="$scratch/serve-$port" url="http://127.0.0.1:$port"
  mkdir "$home"
  (cd "$home" && exec "$@" --urls "$url" >log 2>&1) &
  server=$!
  for _ in $(seq 120); do
    if curl -sf "$url/health/ready" >/dev/null; then break; fi
    kill -0 "$server" || { cat "$home/log"; return 1; }
    sleep 1
  done
  fetched "$url/" '<title>DiscourseLens</title>'
  fetched "$url/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js" echarts
  fetched "$url/api/options" 'invented sample'
  fetched "$url/api/trend.csv?measure=volume&by=month" ,observed,
  [ -f "$home/data/sample.db" ]
  kill -TERM "$server"
  wait "$server"
  server=
  echo "served the sample at $url and stopped when told to"
}

echo "-- from source, as in the README"
serves_the_sample dotnet run --no-build --project "$root/src/DiscourseLens.App" --
# The README's own lines, as they stand there.
rm -f data/quickstart.db*
grep -oE '^\$ dotnet run --project src/DiscourseLens.App -- .*' README.md | sed 's/^\$ dotnet run/dotnet run --no-build/' >"$scratch/lines"
[ "$(wc -l <"$scratch/lines")" -eq 2 ]
while read -r line; do bash -c "$line" </dev/null; done <"$scratch/lines"
mv data/quickstart.db "$scratch/run.db"
shows_a_trend dotnet run --no-build --project src/DiscourseLens.App --

echo "-- the packed tool"
dotnet pack src/DiscourseLens.App -c Release -o "$scratch/packed" --nologo -v quiet
(cd "$scratch" && dotnet tool install DiscourseLens.Tool --tool-path "$scratch/tool" --source "$scratch/packed" >/dev/null)
"$scratch/tool/discourselens" --version
shows_a_trend "$scratch/tool/discourselens"
serves_the_sample "$scratch/tool/discourselens"

echo "-- a self-contained folder"
# From a copy: publishing for one runtime writes the lock files anew.
mkdir "$scratch/copy" && git ls-files -z | tar --null -T - -c | tar -x -C "$scratch/copy"
(cd "$scratch/copy" && dotnet publish src/DiscourseLens.App -c Release -r linux-x64 --self-contained -o "$scratch/published" --nologo -v quiet)
env -u DOTNET_ROOT PATH=/usr/bin:/bin "$scratch/published/discourselens" --version
shows_a_trend "$scratch/published/discourselens"
serves_the_sample "$scratch/published/discourselens"
