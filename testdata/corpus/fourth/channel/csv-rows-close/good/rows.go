// Package rows reads number tables.
package rows

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Row is one line of the table.
type Row struct {
	Line int
	Vals []float64
}

// Reader delivers rows while the file is still being read.
type Reader struct {
	C   <-chan Row
	err error
}

var ErrEmpty = errors.New("rows: empty line")

// Read starts to read r. The caller must receive from C until it is closed.
func Read(r io.Reader) *Reader {
	ch := make(chan Row, 4)
	rd := &Reader{C: ch}
	go rd.run(r, ch)
	return rd
}

func (rd *Reader) run(r io.Reader, ch chan<- Row) {
	defer close(ch)
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		vals, err := parse(sc.Text())
		if err != nil {
			rd.err = fmt.Errorf("line %d: %w", n, err)
			return
		}
		ch <- Row{Line: n, Vals: vals}
	}
	rd.err = sc.Err()
}

func parse(line string) ([]float64, error) {
	f := strings.Fields(line)
	if len(f) == 0 {
		return nil, ErrEmpty
	}
	vals := make([]float64, len(f))
	for i := range f {
		v, err := strconv.ParseFloat(f[i], 64)
		if err != nil {
			return nil, err
		}
		vals[i] = v
	}
	return vals, nil
}

// Err is the error that ended reading. It may be called once C is closed.
func (rd *Reader) Err() error { return rd.err }

// Sum adds up all numbers of a table.
func Sum(r io.Reader) (sum float64, err error) {
	rd := Read(r)
	for row := range rd.C {
		for _, v := range row.Vals {
			sum += v
		}
	}
	return sum, rd.Err()
}
