// Package pooledlines gives buffers back in a helper, before the last use of their memory or after it.
package pooledlines

import (
	"bytes"
	"fmt"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func release(b *bytes.Buffer) {
	b.Reset()
	pool.Put(b)
}

func format(level, text string) []byte {
	b := pool.Get().(*bytes.Buffer)
	fmt.Fprintf(b, "%s: %s", level, text)
	line := b.Bytes()
	release(b)  // related `Put gives the value away here`
	return line // want `^data race: this value was given back by Put at pooledlines.go:21; .* \(pool-use-after-put\)$`
}

func copied(level, text string) []byte {
	b := pool.Get().(*bytes.Buffer)
	fmt.Fprintf(b, "%s: %s", level, text)
	line := bytes.Clone(b.Bytes())
	release(b)
	return line
}

func asText(level, text string) string {
	b := pool.Get().(*bytes.Buffer)
	defer release(b)
	fmt.Fprintf(b, "%s: %s", level, text)
	return b.String()
}
