#!/bin/sh
# Measures `signaudit audit` against libyaml's bare event loop on the same files.
#
#     run.sh COUNT
#
# Both run as whole processes, alternately, 5 times each on 1 and on 2 threads, after one run
# of each that is not counted. Prints the medians of wall time and their ratios, the least
# processor time of each, which other work on the machine disturbs less, and the peak memory
# for COUNT and for 1000 inventories.
#
# SIGNAUDIT  the program to measure; by default .build/release/signaudit of this repository
# WORK       where the inventories are written, and kept; by default a directory deleted at the end
# CC, CFLAGS the C compiler, and what it needs to find libyaml
set -eu
here=$(cd "$(dirname "$0")" && pwd)
count=${1:?usage: run.sh COUNT}
signaudit=${SIGNAUDIT:-$here/../../../.build/release/signaudit}
[ -x "$signaudit" ] || { echo "run.sh: no $signaudit: build it with swift build -c release, or set SIGNAUDIT" >&2; exit 2; }
if [ -n "${WORK:-}" ]; then
  work=$WORK
  mkdir -p "$work"
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM
fi

${CC:-cc} -O2 ${CFLAGS:-} -o "$work/eventloop" "$here/eventloop.c" -lyaml -lpthread
for size in "$count" 1000; do
  # A finished directory is used again.
  [ -e "$work/$size.done" ] && continue
  rm -rf "${work:?}/$size"
  python3 "$here/generate.py" "$size" "$work/$size"
  : > "$work/$size.done"
done

python3 - "$signaudit" "$work" "$count" <<'PYTHON'
import os, shutil, statistics, subprocess, sys, tempfile, time

signaudit, work, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
RUNS = 5


def command(program, threads, size):
    folder = os.path.join(work, str(size))
    if program == "eventloop":
        return [os.path.join(work, "eventloop"), str(threads), folder]
    return [signaudit, "audit", folder, "--format", "ndjson", "--jobs", str(threads), "--fail-on", "never"]


def busy():
    """Processor seconds that the whole machine has used."""
    try:
        with open("/proc/stat") as file:
            ticks = list(map(int, file.readline().split()[1:9]))
    except OSError:
        return None
    return (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


disturbed = 0


def seconds(*of):
    """Seconds by the clock, and of processor time."""
    global disturbed
    before, own, start = busy(), sum(os.times()[2:4]), time.perf_counter()
    subprocess.run(command(*of), stdout=subprocess.DEVNULL, check=True)
    wall = time.perf_counter() - start
    own = sum(os.times()[2:4]) - own
    if before is not None and busy() - before - own > 0.1 * wall + 0.05:
        disturbed += 1
    return wall, own


def peak_kib(*of):
    # A child's peak begins at its parent's size: time(1) is small, and Python is not.
    if shutil.which("time"):
        with tempfile.NamedTemporaryFile("r") as file:
            subprocess.run([shutil.which("time"), "-f", "%M", "-o", file.name] + command(*of),
                           stdout=subprocess.DEVNULL, check=True)
            return int(file.read().split()[-1])
    child = subprocess.Popen(command(*of), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit("run.sh: %s failed" % of[0])
    return usage.ru_maxrss


files = [os.path.join(d, f) for d, _, fs in os.walk(os.path.join(work, str(count))) for f in fs]
size = sum(map(os.path.getsize, files))
print("%d inventories, %.1f MB, %.0f bytes each; %d processors" % (len(files), size / 1e6, size / len(files), os.cpu_count()))
median = {}
for threads in (1, 2):
    runs = {"eventloop": [], "signaudit": []}
    for program in runs:
        seconds(program, threads, count)
    for _ in range(RUNS):
        for program in runs:
            runs[program].append(seconds(program, threads, count))
    least = {program: min(own for _, own in times) for program, times in runs.items()}
    for program, both in runs.items():
        times = [wall for wall, _ in both]
        median[program, threads] = statistics.median(times)
        print("%d thread%s  %-9s  median %.3f s  (%s)  %.1f MB/s, %.0f files/s" % (
            threads, " s"[threads > 1], program, median[program, threads], " ".join("%.3f" % t for t in sorted(times)),
            size / 1e6 / median[program, threads], len(files) / median[program, threads]))
    print("%d thread%s  ratio      %.2f" % (threads, " s"[threads > 1], median["signaudit", threads] / median["eventloop", threads]))
    print("%d thread%s  least processor time  %.2f s and %.2f s, ratio %.2f" % (
        threads, " s"[threads > 1], least["eventloop"], least["signaudit"], least["signaudit"] / least["eventloop"]))
for program in ("eventloop", "signaudit"):
    print("speedup on 2 threads  %-9s  %.2f" % (program, median[program, 1] / median[program, 2]))
if disturbed:
    print("beware: during %d of the runs other processes took more than a tenth of a processor" % disturbed)
for of in (1000, count):
    for threads in (1, 2):
        for program in ("eventloop", "signaudit"):
            print("peak memory  %6d inventories  %d thread%s  %-9s  %.1f MiB" % (
                of, threads, " s"[threads > 1], program, peak_kib(program, threads, of) / 1024))
PYTHON
