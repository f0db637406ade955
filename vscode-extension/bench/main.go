// Command bench measures how soon a keystroke becomes a diagnostic, with our
// server and with gopls, over plain pipes and for the same edits in the same
// run. It prints one Markdown table and asserts nothing.
//
//	go run ./vscode-extension/bench [-n EDITS] [-starts N] [-gopls PATH] [-module MODULE@VERSION -file FILE]
//
// Both servers get the same file of an exercise of the course, in a copy of it.
// One edit breaks the file so that either server has something of its own to
// report (ours: the lock is gone; gopls: a verb of Printf does not fit), the
// next one repairs it. The time of an edit is from the write of didChange to
// the arrival of the diagnostics that show it. With -module, both work on a file of a package
// of that module instead, which imports fmt and sync: a small type is added to it. gopls runs with diagnosticsDelay
// 1ms. It publishes each version twice, first without its analyzers; so that
// the time until its report is gone again says nothing, and is left out.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// patience bounds one wait.
const patience = 2 * time.Minute

// exercise is the file that is edited.
const exercise = "04_race_conditions/exercises/unlocked-counter/requests.go"

func main() {
	edits := flag.Int("n", 100, "how many `edits` are measured for each server")
	starts := flag.Int("starts", 5, "how many cold `starts` are measured for each server")
	module := flag.String("module", "", "measure in a copy of this `module@version` instead of an exercise")
	inModule := flag.String("file", "", "the `file` of the module that is edited; it imports fmt and sync")
	gopls := flag.String("gopls", "", "the gopls to measure; `path` (default: v0.23.0, installed into the user's cache)")
	flag.Parse()
	if err := run(*edits, *starts, *gopls, *module, *inModule); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(edits, starts int, gopls, module, inModule string) error {
	if (module == "") != (inModule == "") {
		return errors.New("-module and -file go together: -module go.etcd.io/bbolt@v1.5.0 -file db.go")
	}
	dir, err := os.MkdirTemp("", "interleave-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ours := filepath.Join(dir, "interleave")
	if runtime.GOOS == "windows" {
		ours += ".exe"
	}
	if err := command("go", "build", "-o", ours, "interleave/server/cmd/interleave").Run(); err != nil {
		return fmt.Errorf("building the server (run this in the repository): %w", err)
	}
	if gopls == "" {
		if gopls, err = installGopls(); err != nil {
			return err
		}
	}
	where := subject{filepath.Join(dir, "code"), exercise, solve}
	if module != "" {
		where.file, where.texts = inModule, extend
		err = download(module, where.dir)
	} else if err = command(ours, "learn", where.dir).Run(); err != nil {
		err = fmt.Errorf("making the course: %w", err)
	}
	if err != nil {
		return err
	}
	servers := []server{
		{name: "interleave", program: ours, args: []string{"lsp"}, source: "interleave", cache: "INTERLEAVE_CACHE"},
		{name: "gopls v0.23.0", program: gopls, args: []string{"serve"}, source: "printf", cache: "GOPLSCACHE", twice: true,
			options: map[string]any{"diagnosticsDelay": "1ms"}},
	}
	results := make([]result, len(servers))
	for i, s := range servers {
		fmt.Fprintf(os.Stderr, "%s ...\n", s.name)
		if results[i], err = measure(s, where, filepath.Join(dir, "cache"), edits, starts); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	print(results, servers, filepath.Base(where.file), edits, starts)
	return nil
}

// A subject is the file that is edited, with what its two texts are.
type subject struct {
	dir, file string
	texts     func(text string) (sound, broken string, err error)
}

// download copies a module into a folder.
func download(module, dir string) error {
	out, err := command("go", "mod", "download", "-json", module).Output()
	if err != nil {
		return fmt.Errorf("downloading %s: %w", module, err)
	}
	var known struct{ Dir string }
	if err := json.Unmarshal(out, &known); err != nil {
		return err
	}
	return os.CopyFS(dir, os.DirFS(known.Dir))
}

// A server is one of the two that are measured.
type server struct {
	name    string
	program string
	args    []string
	source  string // of the diagnostics that count
	twice   bool   // it publishes each version without its reports first
	cache   string // the variable that moves its cache
	options map[string]any
}

// A result holds what was measured of one server.
type result struct {
	empty, warm []time.Duration // start of the process to the first diagnostic, without and with its cache
	shown, gone []time.Duration // didChange to the diagnostics with the report, and without it
}

// measure starts the server with an empty cache, then with the one it has
// filled, and edits in the last of these runs.
func measure(s server, where subject, cache string, edits, starts int) (result, error) {
	var r result
	file := filepath.Join(where.dir, filepath.FromSlash(where.file))
	text, err := os.ReadFile(file)
	if err != nil {
		return r, err
	}
	sound, broken, err := where.texts(string(text))
	if err != nil {
		return r, err
	}
	for i := range 2 * starts {
		empty := i < starts // else with what the run before has left
		if empty {
			if err := os.RemoveAll(cache); err != nil {
				return r, err
			}
		}
		took, client, err := coldStart(s, file, cache, broken)
		if err != nil {
			return r, err
		}
		if empty {
			r.empty = append(r.empty, took)
		} else {
			r.warm = append(r.warm, took)
		}
		if i == 2*starts-1 {
			err = r.edit(client, s, file, sound, broken, edits)
		}
		if err := errors.Join(err, client.close()); err != nil {
			return r, err
		}
	}
	return r, os.RemoveAll(cache)
}

// solve returns the exercise solved, and broken for both servers at once.
func solve(starter string) (sound, broken string, err error) {
	const body = "WriteReport(w io.Writer) error {\n"
	sound = strings.Replace(starter, body, body+"\tr.mu.Lock()\n\tdefer r.mu.Unlock()\n", 1)
	// Only the verb is wrong for gopls, only the locks are missing for us.
	broken = strings.Replace(starter, `"requests %d\n"`, `"requests %s\n"`, 1)
	if sound == starter || broken == starter {
		return "", "", fmt.Errorf("%s is no longer the text that this program edits", exercise)
	}
	return sound, broken, nil
}

// extend returns the file of a module with a small type, and with one that is broken for both
// servers at once.
func extend(text string) (sound, broken string, err error) {
	const added = `
type benchCounter struct {
	mu sync.Mutex
	n  int
}

func (c *benchCounter) Add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func (c *benchCounter) Text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return fmt.Sprintf("%d", c.n)
}

var BenchCounter = &benchCounter{}
`
	for _, needed := range []string{`"fmt"`, `"sync"`} {
		if !strings.Contains(text, "\t"+needed+"\n") {
			return "", "", fmt.Errorf("the file does not import %s, which the added type needs: choose another one", needed)
		}
	}
	sound = text + added
	locks := strings.LastIndex(sound, "\tc.mu.Lock()")
	broken = sound[:locks] + strings.Replace(sound[locks:], "\tc.mu.Lock()\n\tdefer c.mu.Unlock()\n\treturn fmt.Sprintf(\"%d\"", "\treturn fmt.Sprintf(\"%s\"", 1)
	return sound, broken, nil
}

func coldStart(s server, file, cache, text string) (time.Duration, *client, error) {
	started := time.Now()
	c, err := startClient(s, cache)
	if err != nil {
		return 0, nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := c.open(ctx, s, file, text); err != nil {
		return 0, nil, errors.Join(err, c.close())
	}
	at, err := c.wait(ctx, s.source, true, 1)
	if err != nil {
		return 0, nil, errors.Join(fmt.Errorf("the first diagnostic: %w", err), c.close())
	}
	return at.Sub(started), c, nil
}

// warmUp is how many edits come before the ones that count.
const warmUp = 4

// edit changes the text to and fro, and notes when it is seen.
func (r *result) edit(c *client, s server, file, sound, broken string, edits int) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*patience)
	defer cancel()
	version := int32(1)
	for i := range edits + warmUp {
		version++
		text, reported := sound, i%2 == 1
		if reported {
			text = broken
		}
		// Each text is new: nothing is to be had from a cache of results.
		text += fmt.Sprintf("\n// edit %d\n", i)
		started := time.Now()
		if err := c.change(ctx, file, version, text); err != nil {
			return err
		}
		at, err := c.wait(ctx, s.source, reported, version)
		if err != nil {
			return fmt.Errorf("edit %d: %w", i, err)
		}
		switch {
		case i < warmUp:
		case !reported && s.twice:
		case reported:
			r.shown = append(r.shown, at.Sub(started))
		default:
			r.gone = append(r.gone, at.Sub(started))
		}
	}
	return nil
}

func print(results []result, servers []server, file string, edits, starts int) {
	fmt.Printf("%d edits and %d starts each, %s %s/%s, %d CPUs, file %s\n\n", edits, starts,
		runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), file)
	fmt.Printf("| milliseconds |")
	for _, s := range servers {
		fmt.Printf(" %s median | %[1]s p95 |", s.name)
	}
	fmt.Printf("\n|---|%s\n", strings.Repeat("---:|", 2*len(servers)))
	rows := []struct {
		name string
		of   func(result) []time.Duration
	}{
		{"start to first diagnostic, its cache empty", func(r result) []time.Duration { return r.empty }},
		{"start to first diagnostic, its cache filled", func(r result) []time.Duration { return r.warm }},
		{"edit to diagnostic appears", func(r result) []time.Duration { return r.shown }},
		{"edit to diagnostic gone", func(r result) []time.Duration { return r.gone }},
	}
	for _, row := range rows {
		fmt.Printf("| %s |", row.name)
		for _, r := range results {
			fmt.Printf(" %s | %s |", at(row.of(r), 50), at(row.of(r), 95))
		}
		fmt.Println()
	}
}

// at returns a percentile in milliseconds (the nearest rank).
func at(times []time.Duration, percent int) string {
	if len(times) == 0 {
		return "-"
	}
	sorted := slices.Sorted(slices.Values(times))
	rank := max(1, (len(sorted)*percent+99)/100)
	return fmt.Sprintf("%.1f", float64(sorted[rank-1].Microseconds())/1000)
}

func installGopls() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	const version = "v0.23.0"
	dir := filepath.Join(cache, "interleave", "gopls", version)
	path := filepath.Join(dir, "gopls")
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	fmt.Fprintf(os.Stderr, "gopls %s is installed into %s ...\n", version, dir)
	cmd := command("go", "install", "golang.org/x/tools/gopls@"+version)
	cmd.Dir = os.TempDir() // outside of any module
	cmd.Env = append(os.Environ(), "GOBIN="+dir)
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("installing gopls %s (or name one with -gopls): %w", version, err)
	}
	return path, nil
}

// command runs a program; what it complains of is shown.
func command(program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Stderr = os.Stderr
	return cmd
}

func fileURI(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	return "file://" + slashed
}

// published is a publishDiagnostics as far as it matters here.
type published struct {
	URI         string `json:"uri"`
	Version     int32  `json:"version"`
	Diagnostics []struct {
		Source string `json:"source"`
	} `json:"diagnostics"`
}

func decode(raw *json.RawMessage, into any) error {
	if raw == nil {
		return errors.New("a message without parameters")
	}
	return json.Unmarshal(*raw, into)
}
