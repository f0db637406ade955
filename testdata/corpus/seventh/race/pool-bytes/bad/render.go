// Package receipt renders till receipts.
package receipt

import (
	"bytes"
	"fmt"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Item is one line of a receipt.
type Item struct {
	Name  string
	Cents int
}

// Render returns the text of a receipt.
func Render(shop string, items []Item) []byte {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf) // BUG: buffer-reuse, data-race
	buf.Reset()
	fmt.Fprintf(buf, "== %s ==\n", shop) // BUG: buffer-reuse, data-race
	sum := 0
	for _, it := range items {
		fmt.Fprintf(buf, "%-10s %6.2f\n", it.Name, float64(it.Cents)/100) // BUG: buffer-reuse, data-race
		sum += it.Cents
	}
	fmt.Fprintf(buf, "%-10s %6.2f\n", "total", float64(sum)/100) // BUG: buffer-reuse, data-race
	return buf.Bytes()                                           // BUG: buffer-reuse, data-race
}
