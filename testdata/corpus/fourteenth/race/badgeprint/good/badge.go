package badgeprint

import (
	"bytes"
	"fmt"
	"sync"
)

// Attendee is a person who gets a badge.
type Attendee struct {
	Name    string
	Company string
	Speaker bool
}

func (a Attendee) ribbon() string {
	if a.Speaker {
		return "SPEAKER"
	}
	return "GUEST"
}

var scratch = sync.Pool{
	New: func() any { return new(bytes.Buffer) },
}

// Render lays out one badge.
func Render(a Attendee) []byte {
	buf := scratch.Get().(*bytes.Buffer)
	defer scratch.Put(buf)
	buf.Reset()
	fmt.Fprintf(buf, "%s|%s|%s", a.ribbon(), a.Name, a.Company)
	return bytes.Clone(buf.Bytes())
}
