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
	defer pr.Close()
	go func() {
		pw.CloseWithError(p(pw))
	}()
	return parse(pr)
}

func parse(r io.Reader) ([]Row, error) {
	sc := bufio.NewScanner(r)
	if !sc.Scan() {
		return nil, errors.Join(ErrHeader, sc.Err())
	}
	if sc.Text() != "name,value" {
		return nil, ErrHeader
	}
	var rows []Row
	for sc.Scan() {
		name, val, ok := strings.Cut(sc.Text(), ",")
		n, err := strconv.Atoi(val)
		if !ok || err != nil {
			return rows, fmt.Errorf("report: bad line %q", sc.Text())
		}
		rows = append(rows, Row{name, n})
	}
	return rows, sc.Err()
}
