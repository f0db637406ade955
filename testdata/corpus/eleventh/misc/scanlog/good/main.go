package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// request is a line of the form "METHOD PATH STATUS MILLIS".
type request struct {
	method string
	path   string
	status int
	took   time.Duration
}

type numbered struct {
	no   int
	text string
}

func readLines(ctx context.Context, r io.Reader) <-chan numbered {
	lines := make(chan numbered)
	go func() {
		defer close(lines)
		sc := bufio.NewScanner(r)
		for no := 1; sc.Scan(); no++ {
			text := strings.TrimSpace(sc.Text())
			if text == "" || strings.HasPrefix(text, "#") {
				continue
			}
			select {
			case lines <- numbered{no, text}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return lines
}

func parseRequest(s string) (request, error) {
	f := strings.Fields(s)
	if len(f) != 4 {
		return request{}, fmt.Errorf("got %d fields, want 4", len(f))
	}
	status, err := strconv.Atoi(f[2])
	if err != nil {
		return request{}, fmt.Errorf("status: %w", err)
	}
	ms, err := strconv.Atoi(f[3])
	if err != nil {
		return request{}, fmt.Errorf("duration: %w", err)
	}
	return request{f[0], f[1], status, time.Duration(ms) * time.Millisecond}, nil
}

type summary struct {
	requests int
	failed   int
	slowest  request
}

func summarize(r io.Reader) (summary, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var sum summary
	for line := range readLines(ctx, r) {
		req, err := parseRequest(line.text)
		if err != nil {
			return sum, fmt.Errorf("line %d: %w", line.no, err)
		}
		sum.requests++
		if req.status >= 500 {
			sum.failed++
		}
		if req.took > sum.slowest.took {
			sum.slowest = req
		}
	}
	return sum, nil
}

var days = map[string]string{
	"monday":  "GET / 200 12\nGET /img/a 200 3\nPOST /order 500 250\nGET / 200 9\n",
	"tuesday": "# rotated at midnight\nGET / 200 10\nGET /order\nGET / 200 8\nGET / 304 2\n",
}

func main() {
	for _, day := range []string{"monday", "tuesday"} {
		s, err := summarize(strings.NewReader(days[day]))
		if err != nil {
			fmt.Printf("%s: %v\n", day, err)
			continue
		}
		fmt.Printf("%s: %d requests, %d failed, slowest %s with %v\n",
			day, s.requests, s.failed, s.slowest.path, s.slowest.took)
	}
}
