package tickets

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

var pages = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func borrow() (*bytes.Buffer, func()) {
	b := pages.Get().(*bytes.Buffer)
	return b, func() {
		b.Reset()
		pages.Put(b)
	}
}

// Barcode draws a number as bars.
func Barcode(n int) string {
	b, giveBack := borrow()
	defer giveBack()
	for _, d := range strconv.Itoa(n) {
		for range d - '0' {
			b.WriteByte('|')
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// Handler prints tickets.
func Handler(event string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.URL.Query().Get("n"))
		if err != nil || n < 0 {
			http.Error(w, "which ticket?", http.StatusBadRequest)
			return
		}
		b, giveBack := borrow()
		defer giveBack()
		fmt.Fprintf(b, "%s\n", event)
		b.WriteString(Barcode(n))
		w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
		w.Write(b.Bytes())
	}
}
