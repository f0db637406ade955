// Package main gives buffers back when nobody needs them any more.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func get() *bytes.Buffer {
	buf := buffers.Get().(*bytes.Buffer)
	buf.Reset()
	return buf
}

// greet gives the buffer back at its end.
func greet(w io.Writer, name string) {
	buf := get()
	defer buffers.Put(buf)
	fmt.Fprintf(buf, "hello %s\n", name)
	w.Write(buf.Bytes())
}

// text returns a copy.
func text(name string) string {
	buf := get()
	buf.WriteString(name)
	s, n := buf.String(), buf.Len()
	buffers.Put(buf)
	return fmt.Sprint(s, n)
}

// rounds gets another buffer after each Put.
func rounds(w io.Writer, names []string) {
	buf := get()
	for _, name := range names {
		buf.WriteString(name)
		w.Write(buf.Bytes())
		buffers.Put(buf)
		buf = get()
	}
	buffers.Put(buf)
}

// early gives back and leaves, on one path.
func early(w io.Writer, name string) {
	buf := get()
	if name == "" {
		buffers.Put(buf)
		return
	}
	buf.WriteString(name)
	w.Write(buf.Bytes())
	buffers.Put(buf)
}

func main() {
	greet(os.Stdout, "ann")
	fmt.Println(text("bob"))
	rounds(os.Stdout, []string{"a", "b"})
	early(os.Stdout, "")
}
