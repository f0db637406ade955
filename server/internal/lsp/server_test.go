package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"
	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/session"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// gos reports every go statement; it stands for the rules, so that this test
// is about the server alone.
var gos = &analysis.Analyzer{
	Name: "gos", Doc: "reports go statements", ResultType: finding.ResultType, Flags: finding.Flags("gos"),
	Run: func(pass *analysis.Pass) (any, error) {
		var found []finding.Finding
		for _, file := range pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				if n, ok := n.(*ast.GoStmt); ok {
					found = append(found, finding.Finding{
						Rule: "abandoned-send", Confidence: rules.Likely, Pos: n.Pos(), End: n.Pos() + 2, Message: "a goroutine",
						Witness: &witness.Witness{FormatVersion: 1, Goroutines: []witness.Goroutine{{Name: "main"}}, Outcome: "none"},
						Fixes:   []analysis.SuggestedFix{{Message: "Run it here", TextEdits: []analysis.TextEdit{{Pos: n.Pos(), End: n.Pos() + 3}}}},
					})
				}
				return true
			})
		}
		return found, nil
	},
}

// A peer is the other end of a connection to a server in this process.
type peer struct {
	t   *testing.T
	in  io.WriteCloser
	out *stream

	mu       sync.Mutex
	changed  *sync.Cond
	received []map[string]json.RawMessage
	ended    bool
	result   chan error
}

func serve(t *testing.T) *peer {
	t.Helper()
	t.Setenv("INTERLEAVE_CACHE", t.TempDir())
	fromClient, toServer := io.Pipe()
	fromServer, toClient := io.Pipe()
	p := &peer{t: t, in: toServer, result: make(chan error, 1)}
	p.changed = sync.NewCond(&p.mu)
	p.out = newStream(strings.NewReader(""), toServer, nopCloser{})
	go func() {
		err := Serve(context.Background(), Options{Version: "test", Log: io.Discard, Open: func(ctx context.Context) (*session.Session, *gocmd.Toolchain, error) {
			tools, err := gocmd.Find(ctx)
			if err != nil {
				return nil, nil, err
			}
			s, err := session.New(session.Options{Tools: tools, Analyzers: []*analysis.Analyzer{gos}})
			return s, tools, err
		}}, fromClient, toClient, fromClient)
		_ = toClient.Close()
		p.result <- err
	}()
	go func() {
		r := bufio.NewReader(fromServer)
		for {
			body, err := readFrame(r)
			p.mu.Lock()
			if err != nil {
				p.ended = true
				p.changed.Broadcast()
				p.mu.Unlock()
				return
			}
			var m map[string]json.RawMessage
			if err := json.Unmarshal(body, &m); err != nil {
				t.Errorf("the server sent %q", body)
			}
			p.received = append(p.received, m)
			p.changed.Broadcast()
			p.mu.Unlock()
		}
	}()
	return p
}

func (p *peer) send(v map[string]any) {
	p.t.Helper()
	if err := p.out.WriteObject(v); err != nil {
		p.t.Fatal(err)
	}
}

func (p *peer) notify(method string, params any) {
	p.t.Helper()
	p.send(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
}

func (p *peer) request(id int, method string, params any) {
	p.t.Helper()
	p.send(map[string]any{"jsonrpc": "2.0", "id": id, "method": method, "params": params})
}

// await waits for a message that fits and returns it.
func (p *peer) await(what string, fits func(m map[string]json.RawMessage) bool) map[string]json.RawMessage {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for at := 0; ; {
		for ; at < len(p.received); at++ {
			if fits(p.received[at]) {
				return p.received[at]
			}
		}
		if p.ended {
			p.t.Fatalf("the server ended before %s", what)
		}
		p.changed.Wait()
	}
}

func (p *peer) answer(id int) map[string]json.RawMessage {
	p.t.Helper()
	return p.await(fmt.Sprintf("the answer to %d", id), func(m map[string]json.RawMessage) bool {
		return string(m["id"]) == fmt.Sprint(id) && m["method"] == nil
	})
}

func (p *peer) published(version int) string {
	p.t.Helper()
	return string(p.await(fmt.Sprintf("diagnostics of version %d", version), func(m map[string]json.RawMessage) bool {
		return string(m["method"]) == `"textDocument/publishDiagnostics"` && strings.Contains(string(m["params"]), fmt.Sprintf(`"version":%d,`, version))
	})["params"])
}

type fields = map[string]any

func TestEverythingAtOnce(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module m\n\ngo 1.26\n", "a.go": "package m\n", "b/b.go": "package b\n"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := serve(t)
	p.request(1, "initialize", fields{"processId": os.Getpid(), "rootUri": nil, "capabilities": fields{
		"textDocument": fields{"codeAction": fields{"codeActionLiteralSupport": fields{"codeActionKind": fields{"valueSet": []string{"quickfix"}}}}},
	}})
	p.answer(1)
	p.notify("initialized", fields{})
	a, b := string(uriOf(filepath.Join(dir, "a.go"))), string(uriOf(filepath.Join(dir, "b", "b.go")))
	text := "package m\n\nimport \"m/b\"\n\nfunc f() { go b.G() }\n"
	p.notify("textDocument/didOpen", fields{"textDocument": fields{"uri": a, "languageId": "go", "version": 0, "text": text}})
	p.notify("textDocument/didOpen", fields{"textDocument": fields{"uri": b, "languageId": "go", "version": 100, "text": "package b\n\nfunc G() {}\n"}})
	const rounds = 40
	for i := 1; i <= rounds; i++ {
		p.notify("textDocument/didChange", fields{
			"textDocument":   fields{"uri": a, "version": i},
			"contentChanges": []fields{{"range": fields{"start": fields{"line": 4, "character": 0}, "end": fields{"line": 4, "character": 0}}, "text": "\n"}},
		})
		p.request(1000+i, "textDocument/hover", fields{"textDocument": fields{"uri": a}, "position": fields{"line": 4 + i, "character": 12}})
		p.request(2000+i, "textDocument/codeAction", fields{"textDocument": fields{"uri": a}, "range": fields{"start": fields{"line": 4 + i, "character": 0}, "end": fields{"line": 4 + i, "character": 20}}, "context": fields{"diagnostics": []any{}}})
		switch i % 4 {
		case 0:
			p.notify("$/cancelRequest", fields{"id": 1000 + i})
		case 1:
			p.notify("textDocument/didSave", fields{"textDocument": fields{"uri": a}})
		case 2:
			p.notify("textDocument/didChange", fields{"textDocument": fields{"uri": b, "version": 100 + i}, "contentChanges": []fields{{"text": fmt.Sprintf("package b\n\nfunc G() {}\n\nvar V%d int\n", i)}}})
		case 3:
			p.notify("workspace/didChangeConfiguration", fields{"settings": fields{"interleave": fields{"delayMs": i % 3}}})
		}
	}
	for i := 1; i <= rounds; i++ {
		hover, action := p.answer(1000+i), p.answer(2000+i)
		if hover["error"] == nil && !strings.Contains(string(hover["result"]), "a goroutine") {
			t.Errorf("hover %d answered %s", i, hover["result"])
		}
		if !strings.Contains(string(action["result"]), "Run it here") || !strings.Contains(string(action["result"]), "Show the interleaving") {
			t.Errorf("code action %d answered %s %s", i, action["result"], action["error"])
		}
	}
	if last := p.published(rounds); !strings.Contains(last, fmt.Sprintf(`"start":{"line":%d,"character":11}`, 4+rounds)) {
		t.Errorf("the last text shows %s", last)
	}
	p.notify("textDocument/didClose", fields{"textDocument": fields{"uri": b}})
	p.request(3, "shutdown", nil)
	p.answer(3)
	p.notify("exit", nil)
	if err := <-p.result; err != nil {
		t.Errorf("the server ended with %v", err)
	}
	_ = p.in.Close()
}

func TestTheServerEndsWithItsInput(t *testing.T) {
	p := serve(t)
	p.request(1, "initialize", fields{"processId": nil, "rootUri": nil, "capabilities": fields{}})
	p.answer(1)
	_ = p.in.Close()
	if err := <-p.result; !errors.Is(err, ErrAborted) {
		t.Errorf("the server ended with %v", err)
	}
}

func TestAHandlersPanicIsAnInternalError(t *testing.T) {
	original := commands["interleave.server.witness"]
	commands["interleave.server.witness"] = func(*server, context.Context, snapshot, json.RawMessage) (any, error) { panic("oh no") }
	defer func() { commands["interleave.server.witness"] = original }()
	p := serve(t)
	p.request(1, "initialize", fields{"processId": nil, "rootUri": nil, "capabilities": fields{}})
	p.answer(1)
	p.request(2, "workspace/executeCommand", fields{"command": "interleave.server.witness"})
	if got := string(p.answer(2)["error"]); !strings.Contains(got, "-32603") || !strings.Contains(got, "oh no") {
		t.Errorf("answered %s", got)
	}
	p.request(3, "workspace/executeCommand", fields{"command": "interleave.server.course", "arguments": []any{fields{}}})
	if got := p.answer(3); got["result"] == nil {
		t.Errorf("after the panic: %s", got["error"])
	}
	_ = p.in.Close()
	<-p.result
}
