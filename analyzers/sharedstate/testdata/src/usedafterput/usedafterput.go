// Package main uses buffers that it has given back.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func greet(w io.Writer, name string) {
	buf := buffers.Get().(*bytes.Buffer)
	buf.Reset()
	fmt.Fprintf(buf, "hello %s\n", name)
	buffers.Put(buf)     // related `^Put gives the value away here \(pool-use-after-put\)$`
	w.Write(buf.Bytes()) // want `this value was given back by Put at usedafterput.go:18; another goroutine may have it from Get already \(pool-use-after-put\)`
}

type renderer struct{ pool sync.Pool }

type page struct{ title, text string }

func (r *renderer) render(title string) int {
	p := r.pool.Get().(*page)
	p.title = title
	r.pool.Put(p)       // related `^Put gives the value away here \(pool-use-after-put\)$`
	return len(p.title) // want `this value was given back by Put at usedafterput.go:29; another goroutine may have it from Get already \(pool-use-after-put\)`
}

func main() {
	greet(os.Stdout, "ann")
	r := &renderer{}
	r.pool.New = func() any { return new(page) }
	fmt.Println(r.render("a"))
}
