package lsp

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sourcegraph/jsonrpc2"
	"go.lsp.dev/protocol"

	"interleave/server/internal/session"
)

type nopCloser struct{}

func (nopCloser) Close() error { return nil }

// message stands for the transport's type, which decides between request and
// answer by itself.
type message struct {
	ID     any    `json:"id"`
	Method string `json:"method"`
}

// feed reads all messages of an input; rejected is what was answered.
func feed(input []byte) (methods []string, rejected string, err error) {
	var out bytes.Buffer
	s := newStream(bytes.NewReader(input), &out, nopCloser{})
	for {
		var m message
		if err := s.ReadObject(&m); err != nil {
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				err = nil
			}
			return methods, out.String(), err
		}
		methods = append(methods, m.Method)
	}
}

func TestHeadersAreReadAsTheyCome(t *testing.T) {
	const body = `{"method":"m"}`
	for _, header := range []string{
		"Content-Length: 14\r\n\r\n",
		"content-length:14\n\n",
		"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:   14  \r\n\r\n",
		"\r\n\r\nContent-Length: 14\r\nX: y\r\n\r\n",
	} {
		methods, rejected, err := feed([]byte(header + body + header + body))
		if err != nil || rejected != "" || len(methods) != 2 {
			t.Errorf("%q: methods %v, rejected %q, error %v", header, methods, rejected, err)
		}
	}
}

func TestWhatIsNoMessageIsAnsweredAndPassedOver(t *testing.T) {
	good := "Content-Length: 14\r\n\r\n" + `{"method":"m"}`
	for _, test := range []struct {
		input string
		code  int64
	}{
		{"Content-Length: 2\r\n\r\n{]", jsonrpc2.CodeParseError},
		{"Content-Length: 2\r\n\r\n[]", jsonrpc2.CodeInvalidRequest},
		{"Content-Length: 4\r\n\r\nnull", jsonrpc2.CodeInvalidRequest},
		{"Content-Length: 20\r\n\r\n" + `{"id":1.5,"method":"`, jsonrpc2.CodeParseError},
		{"Content-Length: 23\r\n\r\n" + `{"id":1.5,"method":"m"}`, jsonrpc2.CodeInvalidRequest},
		{"X: y\r\n\r\n", jsonrpc2.CodeParseError},
		{"Content-Length: 99999999999999999999\r\n\r\n", jsonrpc2.CodeParseError},
		{strings.Repeat("y", 3*maxHeader) + "\r\n\r\n", jsonrpc2.CodeParseError},
	} {
		methods, rejected, err := feed([]byte(test.input + good))
		if err != nil || len(methods) != 1 || !strings.Contains(rejected, fmt.Sprintf(`"code":%d`, test.code)) {
			t.Errorf("%.60q: methods %v, rejected %q, error %v", test.input, methods, rejected, err)
		}
	}
}

func TestAMessageThatIsTooLongIsPassedOver(t *testing.T) {
	var input bytes.Buffer
	fmt.Fprintf(&input, "Content-Length: %d\r\n\r\n", maxBody+1)
	input.Write(bytes.Repeat([]byte(" "), maxBody+1))
	input.WriteString("Content-Length: 14\r\n\r\n" + `{"method":"m"}`)
	methods, rejected, err := feed(input.Bytes())
	if err != nil || len(methods) != 1 || !strings.Contains(rejected, "too long") {
		t.Errorf("methods %v, rejected %q, error %v", methods, rejected, err)
	}
}

// FuzzStream holds that no input whatever ends the stream but its end, and
// that every answer is a message again.
func FuzzStream(f *testing.F) {
	f.Add([]byte("Content-Length: 14\r\n\r\n{\"method\":\"m\"}"))
	f.Add([]byte("content-length: 2\n\n[]Content-Length: 1\r\n\r\n"))
	f.Add([]byte("Content-Length: -1\r\n\r\n"))
	f.Add([]byte("Content-Length: 4611686018427387904\r\n\r\nx"))
	f.Add([]byte(":\n\n"))
	f.Fuzz(func(t *testing.T, input []byte) {
		_, rejected, err := feed(input)
		if err != nil {
			t.Fatalf("error %v", err)
		}
		reader := newStream(strings.NewReader(rejected), io.Discard, nopCloser{})
		for {
			body, err := readFrame(reader.reader)
			if err != nil {
				if !errors.Is(err, io.EOF) {
					t.Fatalf("an answer is no frame: %v", err)
				}
				return
			}
			if !json.Valid(body) {
				t.Fatalf("an answer is no JSON: %q", body)
			}
		}
	})
}

func TestPositionsInBothEncodings(t *testing.T) {
	text := []byte("a😀é\r\nb\n")
	for _, test := range []struct {
		encoding        encoding
		line, character uint32
		offset          int
	}{
		{utf16, 0, 0, 0}, {utf16, 0, 1, 1}, {utf16, 0, 2, 1}, {utf16, 0, 3, 5}, {utf16, 0, 4, 7}, {utf16, 0, 99, 7},
		{utf8Bytes, 0, 1, 1}, {utf8Bytes, 0, 5, 5}, {utf8Bytes, 0, 7, 7}, {utf8Bytes, 0, 99, 7},
		{utf16, 1, 0, 9}, {utf16, 1, 1, 10}, {utf16, 2, 0, 11}, {utf16, 2, 1 << 31, 11},
	} {
		got, err := test.encoding.offset(text, protocol.Position{Line: test.line, Character: test.character})
		if err != nil || got != test.offset {
			t.Errorf("%v: got %d, %v", test, got, err)
		}
	}
	if _, err := utf16.offset(text, protocol.Position{Line: 3}); err == nil {
		t.Error("a line behind the end is accepted")
	}
	if got := utf16.position(text, session.Position{Offset: 7, Line: 1, Column: 8}); got != (protocol.Position{Character: 4}) {
		t.Errorf("UTF-16 position %v", got)
	}
}

// FuzzApply holds that no change panics, and that a text and its change agree
// about what lies outside of the change.
func FuzzApply(f *testing.F) {
	f.Add("a😀\r\nb", uint32(0), uint32(2), uint32(1), uint32(0), "x")
	f.Fuzz(func(t *testing.T, text string, line1, char1, line2, char2 uint32, with string) {
		change := &protocol.TextDocumentContentChangePartial{Text: with, Range: protocol.Range{
			Start: protocol.Position{Line: line1 % 64, Character: char1},
			End:   protocol.Position{Line: line2 % 64, Character: char2},
		}}
		next, err := utf16.apply([]byte(text), change)
		if err != nil {
			return
		}
		start, _ := utf16.offset([]byte(text), change.Range.Start)
		end, _ := utf16.offset([]byte(text), change.Range.End)
		if want := text[:start] + with + text[end:]; string(next) != want {
			t.Fatalf("got %q, want %q", next, want)
		}
	})
}

func TestOneKeyForEverySpelling(t *testing.T) {
	for _, test := range []struct{ uri, key string }{
		{"file:///a/b.go", "/a/b.go"},
		{"FILE:///a/./x/../b.go", "/a/b.go"},
		{"file:///a/with%20space.go", "/a/with space.go"},
		{"file:///a/with space.go", "/a/with space.go"},
		{"untitled:Untitled-1", "untitled:Untitled-1"},
		{"git:/a/b.go?x", "git:/a/b.go?x"},
		{"vscode-remote://ssh/a.go", "vscode-remote://ssh/a.go"},
		{"file:///a/%zz.go", "file:///a/%zz.go"},
		{"file:relative", "file:relative"},
		{"", ""},
		{"://", "://"},
	} {
		if got := filepath.ToSlash(keyOf(test.uri)); got != test.key && filepath.Separator == '/' {
			t.Errorf("%q: key %q, want %q", test.uri, got, test.key)
		}
	}
}

func FuzzKey(f *testing.F) {
	f.Add("file:///c%3A/a%20b.go")
	f.Add(`file://server/share/x.go`)
	f.Fuzz(func(t *testing.T, uri string) { keyOf(uri) })
}

// Architecture invariant: only this package imports the protocol.
func TestOnlyThisPackageImportsTheProtocol(t *testing.T) {
	for _, root := range []string{"../..", "../../../analyzers", "../../../lessons"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
			if err != nil {
				return nil // broken on purpose
			}
			for _, spec := range file.Imports {
				if strings.Contains(spec.Path.Value, "go.lsp.dev/") || strings.Contains(spec.Path.Value, "sourcegraph/jsonrpc2") {
					if filepath.Base(filepath.Dir(path)) != "lsp" {
						t.Errorf("%s imports %s", path, spec.Path.Value)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
