package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"interleave/server/bench/internal/tools"
	"interleave/server/internal/gocmd"
)

// A usage is what one command took, with all its children.
type usage struct {
	Wall    time.Duration
	CPU     time.Duration // user and system
	Memory  int64         // the largest resident set among its processes, in bytes
	Search  search        // what exploration took of it, where the tool tells
	Failure string        // the first line of what it complained of, when that is more than reports
}

// A search is what exploration took, after the tool's own clock.
type search struct {
	Packages int // that have something to search
	Total    time.Duration
	Longest  time.Duration
	Of       string // the package that took longest
}

// measuring is set in the environment of a copy of this program that runs one
// command and answers with its usage. Each command needs a parent of its own:
// the system tells what all the children together have used, and for memory only
// the largest of all that ever were.
const measuring = "INTERLEAVE_COST_MEASURING"

// measure runs the command in a copy of this program.
func measure(ctx context.Context, c gocmd.Command) (usage, error) {
	self, err := gocmd.Self()
	if err != nil {
		return usage{}, err
	}
	question, err := json.Marshal(c)
	if err != nil {
		return usage{}, err
	}
	r, err := gocmd.Run(ctx, gocmd.Command{
		Path:    self,
		Env:     append(os.Environ(), measuring+"=1"),
		Stdin:   bytes.NewReader(question),
		Timeout: tools.Patience + time.Minute,
	})
	if err != nil {
		return usage{}, err
	}
	if r.Code != 0 {
		return usage{}, errors.New(strings.TrimSpace(string(r.Stderr)))
	}
	var u usage
	return u, json.Unmarshal(r.Stdout, &u)
}

// answer is the other side: it reads a command and writes its usage.
func answer(in io.Reader, out io.Writer) error {
	var c gocmd.Command
	if err := json.NewDecoder(in).Decode(&c); err != nil {
		return err
	}
	c.Timeout = tools.Patience
	started := time.Now()
	r, err := gocmd.Run(context.Background(), c)
	if err != nil {
		return err
	}
	u := usage{Wall: time.Since(started)}
	if u.CPU, u.Memory, err = ofChildren(); err != nil {
		return err
	}
	u.Failure, u.Search = failure(r), searches(r.Stderr)
	return json.NewEncoder(out).Encode(u)
}

// searched is how the line begins and ends that INTERLEAVE_DEBUG=explore prints for a package.
var searched = regexp.MustCompile(`(?m)^explore: (\S+): (\d+) roots, .* in (\d+) ms$`)

// searches adds up what a tool said of its searches.
func searches(stderr []byte) search {
	var sum search
	for _, line := range searched.FindAllSubmatch(stderr, -1) {
		milliseconds, err := strconv.ParseInt(string(line[3]), 10, 64)
		if err != nil || string(line[2]) == "0" {
			continue
		}
		took := time.Duration(milliseconds) * time.Millisecond
		sum.Packages++
		sum.Total += took
		if sum.Of == "" || took > sum.Longest {
			sum.Longest, sum.Of = took, string(line[1])
		}
	}
	return sum
}

// failure tells of a command that did not do its work. With reports, go vet
// and staticcheck end with 1 and staticcheck prints them on its output; what
// go vet prints are headings and lines FILE:LINE:COLUMN.
func failure(r gocmd.Result) string {
	if r.Code == 0 {
		return ""
	}
	for line := range strings.Lines(string(r.Stderr)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "explore: ") || strings.Count(line, ":") >= 3 && strings.Contains(line, ".go:") && !strings.HasPrefix(line, "vet: ") {
			continue
		}
		return line
	}
	if r.Code > 1 {
		return fmt.Sprintf("ended with code %d", r.Code)
	}
	return ""
}
