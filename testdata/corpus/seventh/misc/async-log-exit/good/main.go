package main

import (
	"bufio"
	"fmt"
	"os"
	"sync"
	"time"
)

// logger writes lines in the background so that callers need not wait.
type logger struct {
	lines chan string
	out   *bufio.Writer
	wg    sync.WaitGroup
}

func newLogger(f *os.File) *logger {
	l := &logger{lines: make(chan string, 64), out: bufio.NewWriter(f)}
	l.wg.Add(1)
	go l.write()
	return l
}

func (l *logger) write() {
	defer l.wg.Done()
	defer l.out.Flush()
	for line := range l.lines {
		time.Sleep(2 * time.Millisecond) // a slow disk
		fmt.Fprintln(l.out, line)
	}
}

func (l *logger) printf(format string, args ...any) {
	l.lines <- fmt.Sprintf(format, args...)
}

func (l *logger) close() {
	close(l.lines)
	l.wg.Wait()
}

func main() {
	log := newLogger(os.Stdout)
	defer log.close()
	for i := range 10 {
		log.printf("step %d of the migration", i+1)
	}
	log.printf("migration finished")
}
