package explore_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"interleave/analyzers/internal/race"
)

// How many random programs are run for real, and how often each. The seeds are
// others than those of the comparison with the reference; there are ten with each extra.
const (
	runFirst   = 10_000
	runCount   = 50
	runsOfEach = 5
	runPatient = time.Second // a deadlock under -race hangs; the program is then given up
)

// What the Go runtime shows, the search must not call impossible: a data race
// under the race detector, a deadlock, a panic. A run shows one schedule; that it
// shows nothing proves nothing.
func TestTheRuntimeShowsNothingThatTheSearchCallsImpossible(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: the programs are built and run; leave -short out")
	}
	if race.Enabled {
		t.Skip("-race: the programs bring a race detector of their own; run without -race")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module random\n\ngo 1.26\n")
	var imports, cases strings.Builder
	for seed := uint64(runFirst); seed < runFirst+runCount; seed++ {
		name := fmt.Sprintf("p%d", seed)
		source := generate(seed).source()
		write(t, filepath.Join(dir, name, "main.go"), source)
		library := strings.Replace(strings.Replace(source, "package main", "package "+name, 1), "func main()", "func Main()", 1)
		write(t, filepath.Join(dir, "run", name, name+".go"), library)
		fmt.Fprintf(&imports, "\t%q\n", "random/run/"+name)
		fmt.Fprintf(&cases, "\tcase %q:\n\t\t%s.Main()\n", name, name)
	}
	write(t, filepath.Join(dir, "run", "main.go"), fmt.Sprintf("package main\n\nimport (\n\t\"os\"\n%s)\n\nfunc main() {\n\tswitch os.Args[1] {\n%s\t}\n}\n", imports.String(), cases.String()))

	plain := build(t, dir, "plain")
	racy := build(t, dir, "racy", "-race")
	results := search(t, dir, patternsOfPrograms()...)
	shown := make(map[string]int)
	for seed := uint64(runFirst); seed < runFirst+runCount; seed++ {
		name := fmt.Sprintf("p%d", seed)
		got, complete := foundIn(results["random/"+name])
		if !complete {
			shown["search not complete"]++
			continue
		}
		for range runsOfEach {
			output := runFor(t, plain, name)
			switch {
			case strings.Contains(output, "all goroutines are asleep"):
				shown["deadlock"]++
				if !got.deadlock {
					t.Errorf("%s deadlocks, and the search found nobody stuck", name)
				}
			case strings.Contains(output, "panic:") || strings.Contains(output, "fatal error: sync:"):
				shown["panic"]++
				if !got.crash {
					t.Errorf("%s panics, and the search found none:\n%s", name, output)
				}
			}
		}
		// Where the search found a race there is nothing to learn; nor where it found a
		// send on a channel that is closed, which the race detector calls a race of the two.
		for run := 0; racy != "" && len(got.races) == 0 && !got.crash && run < runsOfEach; run++ {
			output := runFor(t, racy, name)
			if strings.Contains(output, "WARNING: DATA RACE") {
				t.Errorf("%s races, and the search found none:\n%s", name, output)
			}
			if output == hangs {
				break
			}
		}
	}
	t.Logf("shown by the runtime in %d runs of %d programs: %v", runsOfEach, runCount, shown)
	if shown["deadlock"] == 0 {
		t.Error("no run deadlocked: the programs do not test anything")
	}
}

func patternsOfPrograms() (list []string) {
	for seed := runFirst; seed < runFirst+runCount; seed++ {
		list = append(list, "./p"+strconv.Itoa(seed))
	}
	return list
}

// build builds the program that runs the others; "" where this machine cannot.
func build(t *testing.T, dir, name string, flags ...string) string {
	t.Helper()
	bin := filepath.Join(dir, name+".exe")
	cmd := exec.Command("go", append(append([]string{"build", "-o", bin}, flags...), "./run")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		if len(flags) > 0 {
			t.Logf("no runs under the race detector, which needs a C compiler: %v: %s", err, out)
			return ""
		}
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}

// runFor runs one of the programs and returns what it wrote.
func runFor(t *testing.T, bin, name string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), runPatient)
	defer cancel()
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, bin, name)
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.Env = append(os.Environ(), "GORACE=halt_on_error=1")
	_ = cmd.Run() // how it ended stands in the output
	if ctx.Err() != nil {
		return hangs
	}
	return out.String()
}

// hangs stands for the output of a program that did not end in time.
const hangs = "hangs"
