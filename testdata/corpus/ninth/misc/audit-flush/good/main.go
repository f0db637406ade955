package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

type entry struct {
	who, what string
}

type audit struct {
	in  chan entry
	out io.Writer
	end chan struct{}
}

func newAudit(out io.Writer) *audit {
	a := &audit{in: make(chan entry, 16), out: out, end: make(chan struct{})}
	go a.write()
	return a
}

func (a *audit) write() {
	defer close(a.end)
	n := 0
	for e := range a.in {
		n++
		time.Sleep(200 * time.Microsecond) // slow disk
		fmt.Fprintf(a.out, "%02d %s: %s\n", n, e.who, e.what)
	}
	fmt.Fprintln(a.out, "-- end of log,", n, "entries")
}

func (a *audit) log(who, format string, args ...any) {
	a.in <- entry{who, fmt.Sprintf(format, args...)}
}

// Close ends the log.
func (a *audit) Close() error {
	close(a.in)
	<-a.end
	return nil
}

func main() {
	a := newAudit(os.Stdout)
	defer a.Close()

	for i, who := range []string{"root", "guest", "root"} {
		a.log(who, "login from terminal %d", i)
	}
	for i := range 10 {
		a.log("backup", "file %d copied", i)
	}
	a.log("root", "logout")
}
