package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

type record struct {
	line   int
	name   string
	amount int
	tag    string
}

type parsed struct {
	rec record
	err error
}

var errFields = errors.New("wrong number of fields")

type rawLine struct {
	no   int
	text string
}

// read sends the lines of a text.
func read(text string, done <-chan struct{}) <-chan rawLine {
	out := make(chan rawLine) // BUG: goroutine-leak
	go func() {               // BUG: goroutine-leak
		defer close(out)
		for i, l := range strings.Split(text, "\n") {
			out <- rawLine{i + 1, l} // BUG: goroutine-leak
		}
	}()
	return out
}

func parseLine(l rawLine) (record, error) {
	f := strings.Split(l.text, ";")
	if len(f) != 2 {
		return record{}, fmt.Errorf("line %d: %w", l.no, errFields)
	}
	n, err := strconv.Atoi(f[1])
	if err != nil {
		return record{}, fmt.Errorf("line %d: %w", l.no, err)
	}
	return record{line: l.no, name: f[0], amount: n}, nil
}

// parse turns lines into records and stops at the first bad line.
func parse(in <-chan rawLine) <-chan parsed {
	out := make(chan parsed, 1)
	go func() {
		defer close(out)
		for l := range in { // BUG: goroutine-leak
			rec, err := parseLine(l)
			out <- parsed{rec, err}
			if err != nil {
				return // BUG: goroutine-leak
			}
		}
	}()
	return out
}

// enrich adds a tag to good records.
func enrich(in <-chan parsed) <-chan parsed {
	out := make(chan parsed)
	go func() {
		defer close(out)
		for p := range in {
			switch {
			case p.err != nil:
			case p.rec.amount >= 100:
				p.rec.tag = "big"
			default:
				p.rec.tag = "small"
			}
			out <- p
		}
	}()
	return out
}

type summary struct {
	count, sum int
	tags       map[string]int
}

func (s *summary) add(r record) {
	s.count++
	s.sum += r.amount
	s.tags[r.tag]++
}

func process(text string) (*summary, error) {
	done := make(chan struct{})
	defer close(done)
	s := &summary{tags: map[string]int{}}
	var firstErr error
	for p := range enrich(parse(read(text, done))) {
		if p.err != nil {
			firstErr = p.err
			continue
		}
		s.add(p.rec)
	}
	return s, firstErr
}

func main() {
	s, err := process("tea;30\nmilk;120\nbread;45")
	fmt.Println(s.count, s.sum, s.tags["big"], err)

	s, err = process("tea;30\nmilk\nbread;45\ncake;80")
	fmt.Println(s.count, s.sum, err)
	time.Sleep(time.Millisecond)
}
