package main

import (
	"bytes"
	"fmt"
	"io"
	"sync"
	"time"
)

// Journal collects entries and writes them out in the background. While a
// write is going on, no entries can be added.
type Journal struct {
	mu      sync.Mutex
	out     io.Writer
	pending bytes.Buffer
	entries int
	written int
	lastErr error
}

func NewJournal(out io.Writer) *Journal {
	return &Journal{out: out}
}

// Append adds an entry. It starts a write once enough has come together.
func (j *Journal) Append(format string, args ...any) {
	j.mu.Lock()
	fmt.Fprintf(&j.pending, format+"\n", args...)
	j.entries++
	if j.pending.Len() < 256 {
		j.mu.Unlock()
		return
	}
	go j.write(nil)
}

// Flush starts a write of whatever is pending. The returned channel yields
// its result.
func (j *Journal) Flush() <-chan error {
	result := make(chan error, 1)
	j.mu.Lock()
	if j.pending.Len() == 0 {
		result <- j.lastErr
		j.mu.Unlock()
		return result
	}
	go j.write(result)
	return result
}

// write takes over the lock of whoever starts it.
func (j *Journal) write(result chan<- error) {
	defer j.mu.Unlock()
	n, err := j.pending.WriteTo(j.out)
	j.written += int(n)
	j.lastErr = err
	if result != nil {
		result <- err
	}
}

// Counters returns the number of entries and of bytes written.
func (j *Journal) Counters() (entries, written int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.entries, j.written
}

type slowDisk struct {
	blocks int
	data   []byte
}

func (d *slowDisk) Write(p []byte) (int, error) {
	time.Sleep(time.Millisecond)
	d.blocks++
	d.data = append(d.data, p...)
	return len(p), nil
}

func main() {
	disk := new(slowDisk)
	j := NewJournal(disk)
	var wg sync.WaitGroup
	for user := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 20 {
				j.Append("user %d opened document %d", user, i)
			}
		}()
	}
	wg.Wait()
	if err := <-j.Flush(); err != nil {
		fmt.Println("flush:", err)
	}
	entries, written := j.Counters()
	fmt.Printf("%d entries, all on disk: %v, several blocks: %v\n",
		entries, written == len(disk.data), disk.blocks > 1)
}
