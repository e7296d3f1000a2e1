#!/usr/bin/env bash
# Kills `signaudit campaign record` and `claim` at random moments and looks whether the file is whole: run by hand.
#
#   Tests/Faults/campaign-kill.sh [BINARY] [TIMES]
#
# Each round records another day of the samples. After every kill the database must be sound, each of its rounds must
# hold as many communities, signs and findings as the first, and the next record must go through.
set -euo pipefail
cd "$(dirname "$0")/../.."
binary=${1:-.build/debug/signaudit}
times=${2:-100}
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
database=$directory/c.sqlite

record() {
  "$binary" campaign record Samples --roster Samples/roster.yaml --waivers Samples/waivers.yaml --as-of "$1" \
    --database "$database" --quiet >/dev/null 2>&1
}

# How long a whole record takes here, in milliseconds; in a file that is not used further.
start=$(date +%s%N)
"$binary" campaign record Samples --as-of 2026-05-20 --database "$directory/time.sqlite" --quiet >/dev/null 2>&1 || true
whole=$((($(date +%s%N) - start) / 1000000 + 1))

# Killed while it makes the file, at first.
killed=0
stored=0
for ((number = 0; number < times; number++)); do
  day=$(date -d "2026-05-20 + $number days" +%F)
  record "$day" &
  process=$!
  # Nothing is written before the audit is done: the second half of the time, and a little more.
  pause=$((whole / 2 + RANDOM % (whole * 3 / 4)))
  sleep "$((pause / 1000)).$(printf '%03d' $((pause % 1000)))"
  if kill -9 "$process" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$process" 2>/dev/null || true
  if [ -s "$database" ]; then
    python3 - "$database" <<'PYTHON'
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
assert database.execute("PRAGMA foreign_key_check").fetchall() == []
if database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'round'").fetchone()[0]:
    rounds = database.execute("SELECT number FROM round ORDER BY number").fetchall()
    assert [number for (number,) in rounds] == list(range(1, len(rounds) + 1)), rounds
    for table in ("community", "sign"):
        counts = {count for (count,) in database.execute(f"SELECT count(*) FROM {table} GROUP BY round")}
        assert len(counts) <= 1, (table, counts)
    assert database.execute(
        "SELECT count(*) FROM round WHERE number NOT IN (SELECT round FROM finding)").fetchone() == (0,)
PYTHON
  fi
  # A second try of the same round finds it, or stores it.
  code=0
  record "$day" || code=$?
  # The samples hold an unreadable inventory: 2 is what a whole record exits with.
  [ "$code" -eq 2 ] || { echo "record exited $code" >&2; exit 1; }
  stored=$((stored + 1))
  rounds=$(python3 -c "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM round').fetchone()[0])" "$database")
  [ "$rounds" -eq "$stored" ] || { echo "$rounds rounds, not $stored" >&2; exit 1; }
done
echo "killed $killed of $times, $stored rounds, all whole"
