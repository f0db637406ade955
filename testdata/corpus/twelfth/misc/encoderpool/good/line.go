// Package lineproto renders metrics in a compact line format.
package lineproto

import (
	"bytes"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Point is one measurement.
type Point struct {
	Name   string
	Tags   map[string]string
	Fields map[string]any
	Time   time.Time
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

var hostname = sync.OnceValue(func() string {
	h, err := os.Hostname()
	if err != nil {
		return "unknown"
	}
	return h
})

var escaper = strings.NewReplacer(" ", `\ `, ",", `\,`, "=", `\=`)

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Marshal encodes p. A missing host tag is filled in.
func Marshal(p Point) []byte {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()

	buf.WriteString(escaper.Replace(p.Name))
	if _, ok := p.Tags["host"]; !ok {
		buf.WriteString(",host=")
		buf.WriteString(escaper.Replace(hostname()))
	}
	for _, k := range sortedKeys(p.Tags) {
		buf.WriteByte(',')
		buf.WriteString(escaper.Replace(k))
		buf.WriteByte('=')
		buf.WriteString(escaper.Replace(p.Tags[k]))
	}
	sep := byte(' ')
	for _, k := range sortedKeys(p.Fields) {
		buf.WriteByte(sep)
		sep = ','
		buf.WriteString(escaper.Replace(k))
		buf.WriteByte('=')
		writeValue(buf, p.Fields[k])
	}
	buf.WriteByte(' ')
	buf.WriteString(strconv.FormatInt(p.Time.UnixNano(), 10))
	buf.WriteByte('\n')
	return slices.Clone(buf.Bytes())
}

func writeValue(buf *bytes.Buffer, v any) {
	switch v := v.(type) {
	case int:
		buf.WriteString(strconv.Itoa(v))
		buf.WriteByte('i')
	case float64:
		buf.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
	case bool:
		buf.WriteString(strconv.FormatBool(v))
	case string:
		buf.WriteString(strconv.Quote(v))
	default:
		buf.WriteString(`""`)
	}
}
