// Package grade turns a folder of submissions into records: one per
// submission, what the analyzers say of it.
//
// Nothing that a submission contains is executed. Its Go files are copied into
// a clean folder (no links, no pipes, no version control, bounded in number and
// size) and analysed in a worker process that can die alone. A record is a pure
// function of the submission and of the versions that it names: the same
// folder gives the same bytes.
package grade

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"interleave/server/internal/report"
	"interleave/server/internal/worker"
)

// The states of a record.
const (
	Passed      = "passed"       // no reports
	Failed      = "failed"       // reports
	NotGradable = "not_gradable" // no Go code, or code that does not parse, or too much of it; not a zero
	Timeout     = "timeout"      // the analysis had no end within the limits
	GraderError = "grader_error" // our fault, never the student's
)

// FormatVersion is the version of a record's JSON form.
const FormatVersion = 1

// A Record is the outcome of one submission.
type Record struct {
	FormatVersion int           `json:"format_version"`
	ID            string        `json:"id"` // the sub-folder's name
	State         string        `json:"state"`
	Reason        string        `json:"reason,omitempty"`
	Digest        string        `json:"digest,omitempty"` // SHA-256 over names and contents of what was read
	Versions      Versions      `json:"versions"`
	Reports       []report.Line `json:"reports"`
	Ignored       []report.Line `json:"ignored,omitempty"` // suppressed by comments of the submission; they decide nothing
	Notes         []string      `json:"notes,omitempty"`
}

// Versions is what a record depends on beside the submission.
type Versions struct {
	Interleave string `json:"interleave"`
	Go         string `json:"go"`
}

// Options says how to grade.
type Options struct {
	Folder   string
	Versions Versions
	Limits   worker.Limits
	Done     func(id, state string, done, of int) // told after each submission, in order; may be nil
}

// The bounds of a submission.
const (
	maxFiles = 2000
	maxFile  = 2 << 20
	maxTotal = 32 << 20
	maxDepth = 24
)

// Run grades every sub-folder of the folder and writes the records to w, one
// JSON line each, sorted by name. When ctx ends, what is done is written.
func Run(ctx context.Context, options Options, w io.Writer) (records []Record, err error) {
	entries, err := os.ReadDir(options.Folder)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, entry := range entries {
		if entry.IsDir() && !strings.HasPrefix(entry.Name(), ".") {
			ids = append(ids, entry.Name())
		}
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("%s has no sub-folders: each submission is one", options.Folder)
	}
	slices.Sort(ids)
	results := make([]chan Record, len(ids))
	for i := range results {
		results[i] = make(chan Record, 1)
	}
	var workers errgroup.Group
	workers.SetLimit(max(1, runtime.GOMAXPROCS(0)/2)) // each is parallel in itself
	go func() {
		for i, id := range ids {
			workers.Go(func() error {
				results[i] <- gradeOne(ctx, options, id)
				return nil
			})
		}
	}()
	for i := range ids {
		record := <-results[i]
		if ctx.Err() != nil {
			err = errors.Join(err, ctx.Err())
			break
		}
		records = append(records, record)
		line, encodeErr := encode(record)
		if encodeErr == nil {
			_, encodeErr = w.Write(line)
		}
		if encodeErr != nil {
			err = encodeErr
			break
		}
		if options.Done != nil {
			options.Done(record.ID, record.State, i+1, len(ids))
		}
	}
	_ = workers.Wait() // its functions return nil
	return records, err
}

func encode(record Record) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(record)
	return b.Bytes(), err
}

func gradeOne(ctx context.Context, options Options, id string) (record Record) {
	record = Record{FormatVersion: FormatVersion, ID: id, State: GraderError, Versions: options.Versions, Reports: []report.Line{}}
	defer func() {
		if p := recover(); p != nil {
			record.State, record.Reason = GraderError, fmt.Sprint(p)
		}
	}()
	clean, err := os.MkdirTemp("", "interleave-grade-")
	if err != nil {
		record.Reason = err.Error()
		return record
	}
	defer os.RemoveAll(clean)
	if clean, err = filepath.EvalSymlinks(clean); err != nil {
		record.Reason = err.Error()
		return record
	}
	digest, err := copySubmission(filepath.Join(options.Folder, id), clean)
	var refused *refusal
	switch {
	case errors.As(err, &refused):
		record.State, record.Reason = NotGradable, refused.text
		return record
	case err != nil:
		record.Reason = err.Error()
		return record
	}
	record.Digest = digest
	response, err := worker.Run(ctx, worker.Request{Dir: clean}, options.Limits)
	switch {
	case errors.Is(err, worker.ErrTime), errors.Is(err, worker.ErrMemory):
		record.State, record.Reason = Timeout, err.Error()
		return record
	case err != nil:
		record.Reason = err.Error()
		return record
	}
	record.Reports, record.Ignored, record.Notes = response.Reports, response.Ignored, response.Notes
	switch {
	case response.Error != "":
		record.State, record.Reason = NotGradable, response.Error
	case len(response.Reports) > 0:
		record.State = Failed
	case response.Syntax:
		record.State, record.Reason = NotGradable, "a file does not parse"
	case response.Files == 0:
		record.State, record.Reason = NotGradable, "no Go files are part of a package"
	default:
		record.State = Passed
	}
	return record
}

// A refusal is a submission that is not to be read.
type refusal struct{ text string }

func (r *refusal) Error() string { return r.text }

func refuse(format string, args ...any) error { return &refusal{fmt.Sprintf(format, args...)} }

// copySubmission copies what is analysed and returns its digest. Links, pipes
// and devices are left out; so is everything that is not Go.
func copySubmission(from, to string) (digest string, err error) {
	h := sha256.New()
	files, total := 0, int64(0)
	hasModule := false
	// os.Root keeps every path inside the submission, whatever its links say.
	root, err := os.OpenRoot(from)
	if err != nil {
		return "", err
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := path.Base(name); name != "." && (strings.HasPrefix(base, ".") || strings.Count(name, "/") >= maxDepth) {
				return fs.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || !relevant(name) {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		files++
		total += info.Size()
		switch {
		case info.Size() > maxFile:
			return refuse("%s has %d bytes; %d are allowed", name, info.Size(), maxFile)
		case files > maxFiles:
			return refuse("it has more than %d files", maxFiles)
		case total > maxTotal:
			return refuse("its files have more than %d bytes", maxTotal)
		}
		data, err := root.ReadFile(filepath.FromSlash(name))
		if err != nil {
			return err
		}
		fmt.Fprintf(h, "%q %d\n", name, len(data))
		h.Write(data)
		if name == "go.mod" {
			hasModule = true
			data = harmless(data)
		}
		target := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
	if err != nil {
		return "", err
	}
	if files == 0 {
		return "", refuse("it has no Go files")
	}
	if !hasModule {
		line, _, _ := strings.Cut(strings.TrimPrefix(runtime.Version(), "go"), " ")
		line = regexp.MustCompile(`^\d+\.\d+`).FindString(line)
		if line == "" {
			line = "1.26"
		}
		if err := os.WriteFile(filepath.Join(to, "go.mod"), []byte("module submission\n\ngo "+line+"\n"), 0o644); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func relevant(name string) bool {
	return strings.HasSuffix(name, ".go") || path.Base(name) == "go.mod" || path.Base(name) == "go.sum" || strings.HasSuffix(name, "vendor/modules.txt")
}

// harmless takes the lines out of a go.mod that lead elsewhere: another
// toolchain, another folder.
func harmless(mod []byte) []byte {
	return regexp.MustCompile(`(?m)^(\s*toolchain\s.*|.*=>\s*(\.\.?/|/|[A-Za-z]:\\).*)$`).ReplaceAll(mod, nil)
}
