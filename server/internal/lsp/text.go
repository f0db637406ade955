package lsp

import (
	"bytes"
	"unicode/utf8"

	"go.lsp.dev/protocol"

	"interleave/server/internal/session"
)

// An encoding is how a client counts the characters of a line.
type encoding int

const (
	utf16 encoding = iota
	utf8Bytes
)

// units returns the width of a rune, size bytes long, in the encoding.
func (e encoding) units(r rune, size int) int {
	switch {
	case e == utf8Bytes:
		return size
	case r >= 0x10000:
		return 2
	}
	return 1
}

// offset returns the byte offset of a position. A character behind the end of
// its line means the end, as the protocol says; a line behind the end of the
// text is an error.
func (e encoding) offset(text []byte, p protocol.Position) (int, error) {
	at := 0
	for range p.Line {
		next := bytes.IndexByte(text[at:], '\n')
		if next < 0 {
			return 0, invalid("line %d is behind the end of the text", p.Line)
		}
		at += next + 1
	}
	return at + e.advance(text[at:], int64(p.Character)), nil
}

// advance returns how many bytes the first units of a line take.
func (e encoding) advance(line []byte, units int64) int {
	at := 0
	for units > 0 && at < len(line) && line[at] != '\n' && line[at] != '\r' {
		r, size := utf8.DecodeRune(line[at:])
		units -= int64(e.units(r, size))
		if units < 0 {
			break // inside a character: before it
		}
		at += size
	}
	return at
}

// position converts the session's place, which counts in bytes from 1.
func (e encoding) position(text []byte, p session.Position) protocol.Position {
	offset := min(p.Offset, len(text))
	start := bytes.LastIndexByte(text[:offset], '\n') + 1
	character := 0
	for at := start; at < offset; {
		r, size := utf8.DecodeRune(text[at:])
		character += e.units(r, size)
		at += size
	}
	return protocol.Position{Line: uint32(max(p.Line-1, 0)), Character: uint32(character)}
}

// span converts a place. A report about a point is shown to the end of the
// word there, since most editors draw an empty range badly.
func (e encoding) span(text []byte, s session.Span) protocol.Range {
	if s.End.Offset <= s.Start.Offset {
		s.End = s.Start
		for s.End.Offset < len(text) && isWord(text[s.End.Offset]) {
			s.End.Offset++
		}
	}
	return protocol.Range{Start: e.position(text, s.Start), End: e.position(text, s.End)}
}

func isWord(b byte) bool {
	return b == '_' || b >= utf8.RuneSelf || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// apply makes one change to a text and returns the new text.
func (e encoding) apply(text []byte, change protocol.TextDocumentContentChangeEvent) ([]byte, error) {
	switch change := change.(type) {
	case *protocol.TextDocumentContentChangeWholeDocument:
		return []byte(change.Text), nil
	case *protocol.TextDocumentContentChangePartial:
		start, err := e.offset(text, change.Range.Start)
		if err != nil {
			return nil, err
		}
		end, err := e.offset(text, change.Range.End)
		if err != nil {
			return nil, err
		}
		if end < start {
			return nil, invalid("a change ends before it starts")
		}
		next := make([]byte, 0, len(text)-(end-start)+len(change.Text))
		next = append(next, text[:start]...)
		next = append(next, change.Text...)
		return append(next, text[end:]...), nil
	}
	return nil, invalid("a change of an unknown kind")
}
