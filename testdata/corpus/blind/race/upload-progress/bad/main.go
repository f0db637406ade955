package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// Progress is shared by all uploads of a batch.
type Progress struct {
	sync.Mutex
	Done, Total int
	Last        string
}

func (p *Progress) Finish(name string, size int) {
	p.Lock()
	defer p.Unlock()
	p.Done += size
	p.Last = name
}

// Percent tells how much is through; 0 when nothing is known.
func (p *Progress) Percent() int {
	if p.Total == 0 {
		return 0
	}
	return 100 * p.Done / p.Total // BUG: unlocked-read
}

// Report prints a line every now and then until quit is closed.
func (p *Progress) Report(w io.Writer, every time.Duration, quit <-chan struct{}) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			fmt.Fprintf(w, "%3d%%\n", p.Percent()) // BUG: unlocked-read
		case <-quit:
			return
		}
	}
}

type file struct {
	name string
	size int
}

func upload(f file, p *Progress) {
	time.Sleep(time.Duration(f.size) * time.Millisecond)
	p.Finish(f.name, f.size)
}

func main() {
	files := []file{{"a.jpg", 4}, {"b.jpg", 9}, {"c.jpg", 6}, {"d.jpg", 1}}
	p := &Progress{}
	for _, f := range files {
		p.Total += f.size
	}
	quit := make(chan struct{})
	var reporter sync.WaitGroup
	reporter.Add(1)
	go func() {
		defer reporter.Done()
		p.Report(os.Stderr, time.Millisecond, quit)
	}()
	var uploads sync.WaitGroup
	for _, f := range files {
		uploads.Go(func() { upload(f, p) })
	}
	uploads.Wait()
	close(quit)
	reporter.Wait()
	fmt.Println(p.Percent())
}
