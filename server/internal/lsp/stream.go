package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// The bounds of a message.
const (
	maxBody   = 64 << 20
	maxHeader = 8 << 10 // of one header line
)

// A stream frames messages as the LSP says, and forgives what can be forgiven:
// header names in any case, lines that end in LF alone, unknown headers. What
// is no message is answered with an error, and reading goes on. It implements
// jsonrpc2.ObjectStream.
type stream struct {
	reader *bufio.Reader
	closer io.Closer

	mu     sync.Mutex // one message is written at a time
	writer *bufio.Writer
}

func newStream(r io.Reader, w io.Writer, c io.Closer) *stream {
	return &stream{reader: bufio.NewReaderSize(r, maxHeader), writer: bufio.NewWriter(w), closer: c}
}

// A malformed is something that came in and is no message. The stream stands
// behind it.
type malformed struct {
	code int64
	id   json.RawMessage
	text string
}

func (m *malformed) Error() string { return m.text }

// ReadObject reads the next message into v. Only the end of the input, or an
// input that cannot be read, is an error.
func (s *stream) ReadObject(v any) error {
	for {
		body, err := readFrame(s.reader)
		if err == nil {
			err = decodeMessage(body, v)
		}
		var bad *malformed
		if !errors.As(err, &bad) {
			return err
		}
		if err := s.reject(bad); err != nil {
			return err
		}
	}
}

// readFrame reads one header and its body.
func readFrame(r *bufio.Reader) ([]byte, error) {
	length, begun, garbage := int64(-1), false, ""
	for {
		line, err := r.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			garbage = "a header line is too long"
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = r.ReadSlice('\n')
			}
			if err != nil {
				return nil, err
			}
			continue
		}
		if err != nil {
			return nil, err // at the end: a header that is not complete is nothing
		}
		text := strings.TrimSpace(string(line))
		if text == "" {
			if !begun && garbage == "" {
				continue // blank lines between messages
			}
			break
		}
		begun = true
		name, value, ok := strings.Cut(text, ":")
		if !ok {
			garbage = "a header line has no colon"
			continue
		}
		// A body that was longer than it said leaves its rest before the next
		// header: the reader finds its way again there.
		if strings.HasSuffix(strings.ToLower(strings.TrimSpace(name)), "content-length") {
			length, err = strconv.ParseInt(strings.TrimSpace(value), 10, 64)
			if err != nil || length < 0 {
				length, garbage = -1, "Content-Length is no length"
			}
		}
	}
	switch {
	case length < 0 && garbage == "":
		return nil, &malformed{code: jsonrpc2.CodeParseError, text: "header without Content-Length"}
	case length < 0:
		return nil, &malformed{code: jsonrpc2.CodeParseError, text: garbage}
	case length > maxBody:
		// Passed over without being kept: what follows is a message again.
		if _, err := io.CopyN(io.Discard, r, length); err != nil {
			return nil, err
		}
		return nil, &malformed{code: jsonrpc2.CodeParseError, text: fmt.Sprintf("a message of %d bytes is too long (%d at most)", length, maxBody)}
	}
	// Grown as it comes in: a length that is claimed and not sent costs nothing.
	var body bytes.Buffer
	if _, err := io.CopyN(&body, r, length); err != nil {
		return nil, err
	}
	return body.Bytes(), nil
}

// decodeMessage checks that the body is one JSON-RPC message before the
// transport sees it, which would give up the connection otherwise.
func decodeMessage(body []byte, v any) error {
	if !json.Valid(body) {
		return &malformed{code: jsonrpc2.CodeParseError, text: "the message is no JSON"}
	}
	var shape struct {
		ID     json.RawMessage `json:"id"`
		Method json.RawMessage `json:"method"`
		Result json.RawMessage `json:"result"`
		Error  json.RawMessage `json:"error"`
	}
	if err := json.Unmarshal(body, &shape); err != nil {
		return &malformed{code: jsonrpc2.CodeInvalidRequest, text: "a message is a JSON object; batches are not part of the LSP"}
	}
	bad := &malformed{code: jsonrpc2.CodeInvalidRequest, id: shape.ID}
	var id any
	_ = json.Unmarshal(shape.ID, &id) // absent: nil
	switch id := id.(type) {
	case nil, string:
	case float64:
		if id != float64(int64(id)) || id < 0 {
			bad.id, bad.text = nil, "an id is a string or a whole number, 0 or more"
			return bad
		}
	default:
		bad.id, bad.text = nil, "an id is a string or a whole number, 0 or more"
		return bad
	}
	var method string
	hasMethod := shape.Method != nil && json.Unmarshal(shape.Method, &method) == nil && method != ""
	isAnswer := shape.Result != nil || shape.Error != nil
	switch {
	case shape.Method != nil && !hasMethod:
		bad.text = "a method is a string"
		return bad
	case hasMethod == isAnswer:
		bad.text = "neither a request nor an answer"
		return bad
	}
	if err := json.Unmarshal(body, v); err != nil {
		bad.text = err.Error()
		return bad
	}
	return nil
}

func (s *stream) reject(bad *malformed) error {
	id := bad.id
	if id == nil {
		id = json.RawMessage("null")
	}
	return s.WriteObject(map[string]any{
		"jsonrpc": "2.0",
		"id":      id,
		"error":   map[string]any{"code": bad.code, "message": bad.text},
	})
}

// WriteObject writes one message.
func (s *stream) WriteObject(v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	fmt.Fprintf(s.writer, "Content-Length: %d\r\n\r\n", len(body))
	s.writer.Write(body)
	return s.writer.Flush() // holds the first error of the three
}

// Close closes the connection below.
func (s *stream) Close() error { return s.closer.Close() }
