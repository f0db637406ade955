// Package report converts reports while they are produced.
package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ErrHeader is returned for a report that starts with something odd.
var ErrHeader = errors.New("report: bad header")

// Row is one line of a report.
type Row struct {
	Name  string
	Value int
}

// Load runs the producer and parses what it writes.
func Load(p func(io.Writer) error) ([]Row, error) {
	pr, pw := io.Pipe()
	go func() { // BUG: goroutine-leak
		pw.CloseWithError(p(pw)) // BUG: goroutine-leak
	}()
	return parse(pr) // BUG: goroutine-leak
}

func parse(r io.Reader) ([]Row, error) {
	sc := bufio.NewScanner(r)
	if !sc.Scan() {
		return nil, errors.Join(ErrHeader, sc.Err())
	}
	if sc.Text() != "name,value" {
		return nil, ErrHeader // BUG: goroutine-leak
	}
	var rows []Row
	for sc.Scan() {
		name, val, ok := strings.Cut(sc.Text(), ",")
		n, err := strconv.Atoi(val)
		if !ok || err != nil {
			return rows, fmt.Errorf("report: bad line %q", sc.Text()) // BUG: goroutine-leak
		}
		rows = append(rows, Row{name, n})
	}
	return rows, sc.Err()
}
