package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
)

// level is the weight of an entry.
type level int

const (
	debug level = iota
	info
	warn
)

func (l level) String() string { return [...]string{"DEBUG", "INFO", "WARN"}[l] }

type entry struct {
	level  level
	text   string
	fields []string
}

// audit writes entries in the background.
type audit struct {
	min     level
	entries chan entry
	out     io.Writer
	once    sync.Once
	written chan struct{}
}

func newAudit(out io.Writer, min level) *audit {
	a := &audit{min: min, entries: make(chan entry, 64), out: out, written: make(chan struct{})}
	go a.drain()
	return a
}

func (a *audit) drain() {
	defer close(a.written)
	for e := range a.entries {
		a.write(e)
	}
}

// write imitates a slow disk.
func (a *audit) write(e entry) {
	time.Sleep(3 * time.Millisecond)
	fmt.Fprintf(a.out, "%-5s %s %s\n", e.level, e.text, strings.Join(e.fields, " "))
}

func (a *audit) log(l level, text string, fields ...string) {
	if l < a.min {
		return
	}
	a.entries <- entry{l, text, fields}
}

// Close ends the log.
func (a *audit) Close() error {
	a.once.Do(func() { close(a.entries) })
	<-a.written
	return nil
}

// shop sells things and logs it.
type shop struct {
	log   *audit
	stock map[string]int
	taken int
}

func (s *shop) sell(name string, n int) bool {
	have := s.stock[name]
	if have < n {
		s.log.log(warn, "refused", name, fmt.Sprint(n))
		return false
	}
	s.stock[name] = have - n
	s.taken += n
	s.log.log(info, "sold", name, fmt.Sprint(n))
	return true
}

func (s *shop) deliver(name string, n int) {
	s.stock[name] += n
	s.log.log(debug, "delivered", name)
}

func run() error {
	a := newAudit(os.Stdout, info)
	defer a.Close()
	s := &shop{log: a, stock: map[string]int{"apple": 5, "pear": 2}}
	for i := range 8 {
		if !s.sell([]string{"apple", "pear"}[i%2], 1) {
			s.deliver("pear", 1)
		}
	}
	if s.taken == 0 {
		return fmt.Errorf("nothing sold")
	}
	a.log(warn, "closing time")
	return nil
}

func main() {
	if err := run(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
