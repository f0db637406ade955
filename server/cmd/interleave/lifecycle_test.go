package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// writeModule writes files into a new folder and returns it.
func writeModule(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestServerSaysWhatItCanDo(t *testing.T) {
	e := startServer(t)
	raw := e.initialize(nil, nil)
	var result struct {
		ServerInfo   struct{ Name, Version string }
		Capabilities struct {
			PositionEncoding       string
			DiagnosticProvider     any
			ExecuteCommandProvider struct{ Commands []string }
			TextDocumentSync       struct {
				OpenClose bool
				Change    int
			}
		}
	}
	if err := json.Unmarshal(raw, &result); err != nil {
		t.Fatal(err)
	}
	c := result.Capabilities
	if result.ServerInfo.Name != "interleave" || c.PositionEncoding != "utf-16" || c.TextDocumentSync.Change != 2 || !c.TextDocumentSync.OpenClose {
		t.Errorf("initialize answered %s", raw)
	}
	if c.DiagnosticProvider != nil {
		t.Error("offers pulling to a client that did not ask for it: it would see every report twice")
	}
	for _, name := range []string{"witness", "course", "startCourse", "lesson", "check", "hint", "openLesson", "showInterleaving"} {
		if !slices.Contains(c.ExecuteCommandProvider.Commands, "interleave.server."+name) {
			t.Errorf("no command interleave.server.%s", name)
		}
	}
}

func TestPositionsAreCountedAsNegotiated(t *testing.T) {
	e := startServer(t)
	raw := e.initialize(nil, object{"general": object{"positionEncodings": []string{"utf-8", "utf-16"}}})
	if !strings.Contains(string(raw), `"positionEncoding":"utf-8"`) {
		t.Errorf("initialize answered %s, want utf-8", raw)
	}
}

func TestShutdownThenExitEndsWithCode0(t *testing.T) {
	e := startEditor(t, nil, nil)
	if got := e.call("shutdown", nil); string(got) != "null" {
		t.Errorf("shutdown answered %s, want null", got)
	}
	e.fails("textDocument/hover", object{}, -32600)
	e.notify("exit", nil)
	if code := e.ended(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}

func TestExitWithoutShutdownEndsWithCode1(t *testing.T) {
	e := startEditor(t, nil, nil)
	e.notify("exit", nil)
	if code := e.ended(); code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
}

func TestProcessEndsWhenTheClientClosesThePipe(t *testing.T) {
	e := startEditor(t, nil, nil)
	_ = e.stdin.Close()
	if code := e.ended(); code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
}

func TestProcessEndsWhenTheClientsProcessIsGone(t *testing.T) {
	client := exec.Command(binary, "lsp") // waits for input, as long as we like
	hold, err := client.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := client.Start(); err != nil {
		t.Fatal(err)
	}
	e := startServer(t)
	e.call("initialize", object{"processId": client.Process.Pid, "rootUri": nil, "capabilities": object{}})
	_ = hold.Close()
	_ = client.Wait()
	if code := e.ended(); code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
}

func TestRequestsBeforeInitializeAreRefused(t *testing.T) {
	e := startServer(t)
	e.fails("textDocument/hover", object{}, -32002)
	e.initialize(nil, nil)
	e.fails("initialize", object{"processId": nil, "rootUri": nil, "capabilities": object{}}, -32600)
}

func TestNonsenseMessagesAreAnsweredAndSurvived(t *testing.T) {
	e := startEditor(t, nil, nil)
	for _, nonsense := range []string{
		"Content-Length: 7\r\n\r\n{\"a\":1}",                                     // neither request nor answer
		"Content-Length: 3\r\n\r\n{]}",                                           // no JSON
		"content-length: 2\n\n[]",                                                // a batch, with headers in lower case and LF only
		"Content-Type: x\r\n\r\n",                                                // no length
		"Content-Length: -5\r\n\r\n",                                             // a negative length
		"Content-Length: abc\r\n\r\n",                                            // no number
		"no header at all\r\n\r\n",                                               //
		strings.Repeat("x", 20<<10) + "\r\n\r\n",                                 // a header line without end
		"Content-Length: 33\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":123456}",      // a method that is a number
		"Content-Length: 36\r\n\r\n{\"id\":{},\"method\":\"shutdown\",\"a\":11}", // an id that is an object
		"Content-Length: 9\r\n\r\n{\"a\":12345}",                                 // longer than it says
	} {
		e.raw(nonsense)
	}
	e.fails("no/suchMethod", object{}, -32601)
	e.fails("textDocument/hover", []int{1, 2}, -32602)
	e.fails("textDocument/hover", object{"textDocument": object{"uri": "file:///nowhere.go"}, "position": object{"line": -1, "character": 0}}, -32602)
	e.fails("workspace/executeCommand", object{"command": "rm"}, -32602)
	e.notify("no/suchNotification", 1)
	e.notify("textDocument/didChange", object{"textDocument": object{"uri": "file:///never/opened.go", "version": 1}, "contentChanges": []object{{"text": "x"}}})
	e.notify("textDocument/didClose", object{"textDocument": object{"uri": "%zz://"}})
	e.call("shutdown", nil)
}

func TestHugePositionsAreRefused(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": "module m\n\ngo 1.26\n", "a.go": "package m\n"})
	uri := fileURI(filepath.Join(dir, "a.go"))
	e := startEditor(t, nil, nil)
	e.open(uri, "package m\n", 1)
	at := func(line, character uint64) object {
		return object{"textDocument": object{"uri": uri}, "position": object{"line": line, "character": character}}
	}
	e.fails("textDocument/hover", at(1<<31, 0), -32602)
	e.fails("textDocument/hover", at(1<<40, 0), -32602)
	if got := e.call("textDocument/hover", at(0, 1<<31)); string(got) != "null" {
		t.Errorf("a character behind the end of its line means the end, got %s", got)
	}
	e.notify("textDocument/didChange", object{
		"textDocument":   object{"uri": uri, "version": 2},
		"contentChanges": []object{{"range": object{"start": object{"line": 1 << 30, "character": 0}, "end": object{"line": 1 << 30, "character": 0}}, "text": "x"}},
	})
	e.replaceAll(uri, "package m\n\nvar X int\n", 3)
	if got := e.published(uri, 3); len(got) != 0 {
		t.Errorf("diagnostics %v", got)
	}
}

func TestDiagnosticsOfCodeThatDoesNotCompile(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": "module m\n\ngo 1.26\n", "a.go": "package m\n"})
	uri := fileURI(filepath.Join(dir, "a.go"))
	e := startEditor(t, nil, nil)
	for i, text := range []string{
		"package m\n\nfunc f() { x := }\n",
		"package m\n\nimport \"nosuch/package\"\n\nvar _ = package.X\n",
		"package m\n\ntype T struct{ T }\n\nfunc (t T) m() { t.T.T.m() }\n",
		"package m\n\nfunc f() int { return \"\" }\nfunc f() {}\nvar v = undefined()\nfunc g() { v.x() }\n",
		"package",
		"",
		"package m\n\nfunc f(",
		"package m\n\nfunc (u Undefined) m() {}\nfunc (int) n() {}\nfunc _[T any](t T) { t() }\n",
		"package other\n\nimport (\n\t\"sync\"\n",
	} {
		if i == 0 {
			e.open(uri, text, 1)
		} else {
			e.replaceAll(uri, text, i+1)
		}
		if got := e.published(uri, i+1); len(got) != 0 {
			t.Errorf("%q: diagnostics %v", text, got)
		}
	}
	e.call("shutdown", nil)
}

func TestUntitledBuffersAndFilesOutsideAnyModule(t *testing.T) {
	text := "package main\n\nimport (\n\t\"fmt\"\n\t\"sync\"\n)\n\nfunc main() {\n\tvar mu sync.Mutex\n\tmu.Lock()\n\tfmt.Println(1)\n}\n"
	alone := filepath.Join(t.TempDir(), "alone.go") // never written
	e := startEditor(t, nil, nil)
	for _, uri := range []string{"untitled:Untitled-1", fileURI(alone), "untitled:a%20b%zz"} {
		e.open(uri, text, 7)
		if got := e.published(uri, 7); len(got) != 0 {
			t.Errorf("%s: diagnostics %v", uri, got)
		}
	}
	e.open("git:/x/a.go?%7B%7D", text, 1) // the other side of a diff is nobody's code
	e.call("shutdown", nil)
}

func TestACancelledRequestIsAnswered(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": "module m\n\ngo 1.26\n", "a.go": "package m\n"})
	uri := fileURI(filepath.Join(dir, "a.go"))
	e := startEditor(t, nil, nil)
	e.open(uri, "package m\n", 1)
	ids := make([]int, 50)
	for i := range ids {
		ids[i] = e.send("textDocument/hover", object{"textDocument": object{"uri": uri}, "position": object{"line": 0, "character": 0}})
		e.notify("$/cancelRequest", object{"id": ids[i]})
	}
	for _, id := range ids {
		if _, err := e.answer(id); err != nil && !strings.HasPrefix(err.Error(), "-32800") {
			t.Errorf("request %d: %v", id, err)
		}
	}
	e.notify("$/cancelRequest", object{"id": "never sent"})
	e.notify("$/cancelRequest", nil)
}

func TestChangesAreAppliedInOrder(t *testing.T) {
	dir := writeModule(t, map[string]string{"go.mod": "module m\n\ngo 1.26\n", "a.go": "package m\n"})
	uri := fileURI(filepath.Join(dir, "a.go"))
	e := startEditor(t, nil, nil)
	e.open(uri, "package m\n\n//\n", 1)
	const changes = 2000
	for i := range changes {
		e.notify("textDocument/didChange", object{
			"textDocument": object{"uri": uri, "version": i + 2},
			"contentChanges": []object{{
				"range": object{"start": object{"line": 2, "character": 2 + i}, "end": object{"line": 2, "character": 2 + i}},
				"text":  fmt.Sprint(i % 10),
			}},
		})
	}
	e.published(uri, changes+1) // a change out of order would have been refused
	if log := e.log(); strings.Contains(log, "didChange") {
		t.Errorf("a change was refused:\n%s", log)
	}
}
