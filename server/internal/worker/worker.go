// Package worker analyses a folder in a child process that can be killed: for
// code that may be hostile, or have no end, or eat all memory.
//
// The child is this very program with a hidden command. Parent and child speak
// JSON: one request on the child's stdin, one response on its stdout. The
// package decides nothing about what an outcome means.
package worker

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"time"

	"interleave/analyzers/rules"
	"interleave/server/internal/diskcache"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

// Command is the hidden command of the program that runs Main.
const Command = "internal-worker"

// memoryEnv carries the memory cap in bytes to the child.
const memoryEnv = "INTERLEAVE_WORKER_MEMORY"

// exitMemory is the child's exit code when it ran over its memory cap.
const exitMemory = 97

// Limits bounds one analysis.
type Limits struct {
	Time   time.Duration // 0 means a minute
	Memory int64         // bytes; 0 means 2 GiB
}

// A Request says what to analyse. Every go.work is ignored.
type Request struct {
	Dir   string `json:"dir"`
	Hints bool   `json:"hints"`
}

// A Response is what the analyzers say. Paths are relative to the folder.
type Response struct {
	Reports []report.Line `json:"reports"`
	Ignored []report.Line `json:"ignored"` // what comments of the code suppress
	Notes   []string      `json:"notes"`
	Files   int           `json:"files"`  // how many Go files were read
	Syntax  bool          `json:"syntax"` // a file does not parse
	Error   string        `json:"error"`  // there was nothing to analyse, and why
}

// ErrTime and ErrMemory say which cap an analysis ran over.
var (
	ErrTime   = errors.New("the analysis took too long")
	ErrMemory = errors.New("the analysis needed too much memory")
)

// Run analyses a folder in a child process. Any error but ErrTime, ErrMemory
// and the context's is our own fault, not the code's.
func Run(ctx context.Context, request Request, limits Limits) (Response, error) {
	if limits.Time <= 0 {
		limits.Time = time.Minute
	}
	if limits.Memory <= 0 {
		limits.Memory = 2 << 30
	}
	self, err := gocmd.Self()
	if err != nil {
		return Response{}, err
	}
	input, err := json.Marshal(request)
	if err != nil {
		return Response{}, err
	}
	result, err := gocmd.Run(ctx, gocmd.Command{
		Path:    self,
		Args:    []string{Command},
		Dir:     request.Dir,
		Env:     append(os.Environ(), memoryEnv+"="+strconv.FormatInt(limits.Memory, 10), "GOWORK=off"),
		Stdin:   bytes.NewReader(input),
		Timeout: limits.Time,
	})
	var response Response
	switch {
	case errors.Is(err, gocmd.ErrTimeout):
		return response, fmt.Errorf("%w (more than %s)", ErrTime, limits.Time)
	case err != nil:
		return response, err
	case result.Code == exitMemory:
		return response, fmt.Errorf("%w (more than %d MB)", ErrMemory, limits.Memory>>20)
	case result.Code != 0:
		return response, fmt.Errorf("the worker ended with code %d: %s", result.Code, firstLine(result.Stderr))
	}
	if err := json.Unmarshal(result.Stdout, &response); err != nil {
		return response, fmt.Errorf("the worker's answer: %w", err)
	}
	return response, nil
}

func firstLine(text []byte) string {
	line, _, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
	return line
}

// Main is the child's side: it reads a request, analyses, and writes the
// response.
func Main(ctx context.Context, in io.Reader, out io.Writer) error {
	if limit, err := strconv.ParseInt(os.Getenv(memoryEnv), 10, 64); err == nil && limit > 0 {
		guardMemory(limit)
	}
	var request Request
	if err := json.NewDecoder(in).Decode(&request); err != nil {
		return fmt.Errorf("reading the request: %w", err)
	}
	response, err := analyse(ctx, request)
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(response)
}

// guardMemory ends the process when it holds more than limit bytes, well
// before the system becomes slow for everybody else.
func guardMemory(limit int64) {
	debug.SetMemoryLimit(limit / 10 * 9)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
		for range time.Tick(20 * time.Millisecond) {
			metrics.Read(sample)
			if sample[0].Value.Uint64()+sample[1].Value.Uint64() > uint64(limit) {
				os.Exit(exitMemory)
			}
		}
	}()
}

func analyse(ctx context.Context, request Request) (Response, error) {
	tools, err := gocmd.Find(ctx)
	if err != nil {
		return Response{}, err
	}
	var cache *diskcache.Cache
	if root, err := diskcache.Root(); err == nil {
		cache, _ = diskcache.Open(root) // without one it is slower, no more
	}
	s, err := session.New(session.Options{Tools: tools, Cache: cache, NoWork: func(string) bool { return true }})
	if err != nil {
		return Response{}, err
	}
	defer s.Close()
	// The parent's deadline is the only one: it kills, which nothing in here can.
	result, err := s.Check(ctx, session.Request{Dir: request.Dir, Patterns: []string{"./..."}, Patience: 24 * time.Hour})
	if err != nil {
		return Response{Error: strings.ReplaceAll(err.Error(), request.Dir+string(filepath.Separator), "")}, nil
	}
	s.Flush()
	response := Response{Reports: []report.Line{}, Notes: []string{}, Files: len(result.Files)}
	for _, r := range report.Select(result.Reports, new(rules.Selection), request.Hints) {
		response.Reports = append(response.Reports, report.NewLine(request.Dir, r))
	}
	for _, r := range report.Select(result.Ignored, new(rules.Selection), request.Hints) {
		response.Ignored = append(response.Ignored, report.NewLine(request.Dir, r))
	}
	for _, note := range result.Notes {
		note.File = filepath.ToSlash(report.Relative(request.Dir, note.File))
		if note.File == "." {
			note.File = ""
		}
		response.Syntax = response.Syntax || note.Syntax
		response.Notes = append(response.Notes, strings.ReplaceAll(note.String(), request.Dir+string(filepath.Separator), ""))
	}
	return response, nil
}
