package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
)

func main() {
	l := log.New(io.Discard, "upload ", 0)
	if len(os.Args) > 1 && os.Args[1] == "-v" {
		l.SetOutput(os.Stderr)
	}
	srv := &flaky{}
	u := newUploader(srv, l, 3)
	go func() {
		for i := range 12 {
			u.put(fmt.Sprintf("photo%02d.jpg", i), bytes.Repeat([]byte{byte(i)}, 100*i))
		}
		u.finish()
	}()
	var done []string
	failed := 0
	for r := range u.results {
		if r.err != nil {
			failed++
			fmt.Fprintln(os.Stderr, r.name, r.err)
			continue
		}
		done = append(done, r.name)
	}
	slices.Sort(done)
	fmt.Println(len(done)+failed, "files")
	if len(done) > 0 && failed == 0 {
		fmt.Println("last:", done[len(done)-1])
	}
}
