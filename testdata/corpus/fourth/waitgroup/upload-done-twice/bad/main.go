package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

type upload struct {
	file string
	size int
}

var errTooBig = errors.New("too big")

type uploader struct {
	wg     sync.WaitGroup
	mu     sync.Mutex
	failed []string
	limit  int
}

func (u *uploader) fail(f upload, err error) {
	u.mu.Lock()
	u.failed = append(u.failed, f.file+": "+err.Error())
	u.mu.Unlock()
	u.wg.Done() // BUG: wg-negative
}

func (u *uploader) put(f upload) error {
	if f.size > u.limit {
		return errTooBig
	}
	if strings.HasPrefix(f.file, ".") {
		return errors.New("hidden file")
	}
	return nil
}

func (u *uploader) start(f upload) {
	u.wg.Add(1) // BUG: wg-negative
	go func() {
		defer u.wg.Done() // BUG: wg-negative
		if err := u.put(f); err != nil {
			u.fail(f, err) // BUG: wg-negative
			return
		}
		fmt.Println("uploaded", f.file)
	}()
}

func main() {
	u := &uploader{limit: 1000}
	for _, f := range []upload{{"a.txt", 10}, {".profile", 3}, {"film.mkv", 5000}} {
		u.start(f)
	}
	u.wg.Wait()
	fmt.Println(len(u.failed), "failed")
}
