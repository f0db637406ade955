package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience bounds every wait of the tests; it is never the measure of anything.
const patience = 60 * time.Second

// An editor is a language client: it starts the server as an editor does, and
// speaks the protocol over its pipes.
type editor struct {
	t     *testing.T
	cmd   *exec.Cmd
	stdin io.WriteCloser

	mu       sync.Mutex
	changed  *sync.Cond
	answers  map[string]message
	incoming []message // notifications and requests of the server, in order
	answerTo map[string]func(message) any
	stderr   strings.Builder
	gone     bool
	lastID   int
	exit     chan error
}

type message struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  *rpcError       `json:"error,omitempty"`
}

type rpcError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *rpcError) Error() string { return fmt.Sprintf("%d: %s", e.Code, e.Message) }

type object = map[string]any

// startServer starts the server and does not yet say anything to it.
func startServer(t *testing.T, env ...string) *editor {
	t.Helper()
	e := &editor{t: t, answers: make(map[string]message), answerTo: make(map[string]func(message) any), exit: make(chan error, 1)}
	e.changed = sync.NewCond(&e.mu)
	e.cmd = exec.Command(binary, "lsp")
	e.cmd.Env = append(e.cmd.Environ(), env...)
	e.cmd.Stderr = lockedWriter{e}
	var err error
	if e.stdin, err = e.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	stdout, err := e.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := e.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		e.read(bufio.NewReader(stdout))
		err := e.cmd.Wait()
		e.mu.Lock()
		e.gone = true
		e.changed.Broadcast()
		e.mu.Unlock()
		e.exit <- err
	}()
	t.Cleanup(func() {
		_ = e.stdin.Close()
		select {
		case err := <-e.exit:
			e.exit <- err
		case <-time.After(patience):
			_ = e.cmd.Process.Kill()
			t.Error("the server did not end after its input was closed")
		}
		if t.Failed() {
			t.Logf("stderr of the server:\n%s", e.log())
		}
	})
	return e
}

// startEditor starts the server and initializes it.
func startEditor(t *testing.T, options object, capabilities object) *editor {
	t.Helper()
	e := startServer(t)
	e.initialize(options, capabilities)
	return e
}

var fullCapabilities = object{
	"textDocument": object{
		"publishDiagnostics": object{"relatedInformation": true, "codeDescriptionSupport": true, "versionSupport": true, "dataSupport": true},
		"codeAction":         object{"codeActionLiteralSupport": object{"codeActionKind": object{"valueSet": []string{"", "quickfix"}}}},
	},
	"window": object{"showDocument": object{"support": true}},
}

func (e *editor) initialize(options, capabilities object) json.RawMessage {
	e.t.Helper()
	if capabilities == nil {
		capabilities = fullCapabilities
	}
	result := e.call("initialize", object{"processId": nil, "rootUri": nil, "capabilities": capabilities, "initializationOptions": options})
	e.notify("initialized", object{})
	return result
}

type lockedWriter struct{ e *editor }

func (w lockedWriter) Write(p []byte) (int, error) {
	w.e.mu.Lock()
	defer w.e.mu.Unlock()
	w.e.stderr.Write(p)
	return len(p), nil
}

func (e *editor) log() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.stderr.String()
}

func (e *editor) read(r *bufio.Reader) {
	for {
		length := 0
		for {
			line, err := r.ReadString('\n')
			if err != nil {
				return
			}
			line = strings.TrimSpace(line)
			if line == "" {
				break
			}
			if value, ok := strings.CutPrefix(line, "Content-Length: "); ok {
				length, _ = strconv.Atoi(value)
			}
		}
		body := make([]byte, length)
		if _, err := io.ReadFull(r, body); err != nil {
			return
		}
		var m message
		if err := json.Unmarshal(body, &m); err != nil {
			e.t.Errorf("the server sent no JSON: %q", body)
			return
		}
		e.mu.Lock()
		if m.Method == "" {
			e.answers[string(m.ID)] = m
		} else {
			e.incoming = append(e.incoming, m)
		}
		answer := e.answerTo[m.Method]
		e.changed.Broadcast()
		e.mu.Unlock()
		if m.Method != "" && m.ID != nil {
			var result any
			if answer != nil {
				result = answer(m)
			}
			raw, _ := json.Marshal(result)
			e.sendJSON(object{"jsonrpc": "2.0", "id": m.ID, "result": json.RawMessage(raw)})
		}
	}
}

// raw writes bytes to the server as they are.
func (e *editor) raw(text string) {
	if _, err := io.WriteString(e.stdin, text); err != nil {
		e.t.Logf("writing to the server: %v", err)
	}
}

func (e *editor) sendJSON(v any) {
	body, err := json.Marshal(v)
	if err != nil {
		e.t.Error(err)
		return
	}
	e.raw(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body))
}

func (e *editor) notify(method string, params any) {
	e.sendJSON(object{"jsonrpc": "2.0", "method": method, "params": params})
}

// send sends a request and returns its id.
func (e *editor) send(method string, params any) int {
	e.mu.Lock()
	e.lastID++
	id := e.lastID
	e.mu.Unlock()
	e.sendJSON(object{"jsonrpc": "2.0", "id": id, "method": method, "params": params})
	return id
}

// wait waits until ready, called with the lock held, says so.
func (e *editor) wait(what string, ready func() bool) {
	e.t.Helper()
	timer := time.AfterFunc(patience, func() {
		e.mu.Lock()
		e.gone = true
		e.changed.Broadcast()
		e.mu.Unlock()
	})
	defer timer.Stop()
	e.mu.Lock()
	defer e.mu.Unlock()
	for !ready() {
		if e.gone {
			e.t.Fatalf("waiting for %s: the server is gone or silent\nstderr:\n%s", what, e.stderr.String())
		}
		e.changed.Wait()
	}
}

// answer waits for the answer to a request.
func (e *editor) answer(id any) (json.RawMessage, error) {
	e.t.Helper()
	raw, _ := json.Marshal(id)
	var m message
	e.wait(fmt.Sprintf("the answer to request %s", raw), func() bool {
		var ok bool
		m, ok = e.answers[string(raw)]
		return ok
	})
	if m.Error != nil {
		return nil, m.Error
	}
	return m.Result, nil
}

func (e *editor) try(method string, params any) (json.RawMessage, error) {
	e.t.Helper()
	return e.answer(e.send(method, params))
}

func (e *editor) call(method string, params any) json.RawMessage {
	e.t.Helper()
	result, err := e.try(method, params)
	if err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
	return result
}

func (e *editor) command(name string, argument any, into any) error {
	e.t.Helper()
	result, err := e.try("workspace/executeCommand", object{"command": name, "arguments": []any{argument}})
	if err != nil {
		return err
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(result, into)
}

// fails asserts that a request is refused with a code.
func (e *editor) fails(method string, params any, code int) {
	e.t.Helper()
	_, err := e.try(method, params)
	var rpc *rpcError
	if !errors.As(err, &rpc) || rpc.Code != code {
		e.t.Errorf("%s: got %v, want error %d", method, err, code)
	}
}

func fileURI(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	return (&url.URL{Scheme: "file", Path: slashed}).String()
}

func (e *editor) open(uri, text string, version int) {
	e.notify("textDocument/didOpen", object{"textDocument": object{"uri": uri, "languageId": "go", "version": version, "text": text}})
}

// replaceAll sends the whole text anew.
func (e *editor) replaceAll(uri, text string, version int) {
	e.notify("textDocument/didChange", object{
		"textDocument":   object{"uri": uri, "version": version},
		"contentChanges": []object{{"text": text}},
	})
}

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type textRange struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type diagnostic struct {
	Range           textRange
	Severity        int
	Code            string
	Source          string
	Message         string
	CodeDescription struct{ Href string }
	Related         []struct {
		Location struct {
			URI   string
			Range textRange
		}
		Message string
	} `json:"relatedInformation"`
	Data struct{ Rule, Confidence, Witness string }
}

// published waits for the diagnostics of a version of a document.
func (e *editor) published(uri string, version int) []diagnostic {
	e.t.Helper()
	var found []diagnostic
	e.wait(fmt.Sprintf("diagnostics of %s version %d", uri, version), func() bool {
		for _, m := range e.incoming {
			if m.Method != "textDocument/publishDiagnostics" {
				continue
			}
			var p struct {
				URI         string
				Version     *int
				Diagnostics *[]diagnostic
			}
			if err := json.Unmarshal(m.Params, &p); err != nil || p.Diagnostics == nil {
				e.t.Errorf("diagnostics that are none: %s (%v)", m.Params, err)
				return true
			}
			if p.URI == uri && p.Version != nil && *p.Version == version {
				found = *p.Diagnostics
				return true
			}
		}
		return false
	})
	return found
}

// forgetPublished drops what was published so far, so that published waits for
// the next.
func (e *editor) forgetPublished() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.incoming = slices.DeleteFunc(e.incoming, func(m message) bool { return m.Method == "textDocument/publishDiagnostics" })
}

// received waits for a message of the server and returns its parameters.
func (e *editor) received(method string) json.RawMessage {
	e.t.Helper()
	var params json.RawMessage
	e.wait(method, func() bool {
		for _, m := range e.incoming {
			if m.Method == method {
				params = m.Params
				return true
			}
		}
		return false
	})
	return params
}

// ended waits for the end of the process and returns its exit code.
func (e *editor) ended() int {
	e.t.Helper()
	select {
	case err := <-e.exit:
		e.exit <- err
		return e.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		e.t.Fatal("the server did not end")
		return -1
	}
}
