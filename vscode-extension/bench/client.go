package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/sourcegraph/jsonrpc2"
)

// A client speaks to one server over its pipes, and notes when diagnostics come.
type client struct {
	cmd  *exec.Cmd
	conn *jsonrpc2.Conn
	seen chan arrival
}

// An arrival is a publishDiagnostics and its time.
type arrival struct {
	at time.Time
	published
}

type object = map[string]any

type pipes struct {
	io.ReadCloser
	io.WriteCloser
}

func (p pipes) Close() error { return errors.Join(p.WriteCloser.Close(), p.ReadCloser.Close()) }

// startClient starts the server's process with its cache in a folder of its own.
func startClient(s server, cache string) (*client, error) {
	cmd := exec.Command(s.program, s.args...)
	cmd.Env = append(os.Environ(), s.cache+"="+cache)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c := &client{cmd: cmd, seen: make(chan arrival, 1024)}
	stream := jsonrpc2.NewBufferedStream(pipes{out, in}, jsonrpc2.VSCodeObjectCodec{})
	c.conn = jsonrpc2.NewConn(context.Background(), stream, handler(c.handle))
	return c, nil
}

type handler func(context.Context, *jsonrpc2.Conn, *jsonrpc2.Request)

func (h handler) Handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) {
	h(ctx, conn, req)
}

func (c *client) handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) {
	now := time.Now()
	if req.Method == "textDocument/publishDiagnostics" {
		a := arrival{at: now}
		if decode(req.Params, &a.published) == nil {
			c.seen <- a
		}
		return
	}
	if req.Notif {
		return
	}
	var result any
	if req.Method == "workspace/configuration" {
		var p struct{ Items []object }
		if decode(req.Params, &p) == nil {
			result = make([]any, len(p.Items)) // null: the server's own settings
		}
	}
	// From a goroutine of its own: this one reads.
	go func() { _ = conn.Reply(ctx, req.ID, result) }()
}

// open says hello and opens the file.
func (c *client) open(ctx context.Context, s server, file, text string) error {
	root := fileURI(filepath.Dir(file))
	params := object{
		"processId": os.Getpid(),
		"rootUri":   root,
		"capabilities": object{"textDocument": object{"publishDiagnostics": object{
			"relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
		}}},
		"initializationOptions": s.options,
		"workspaceFolders":      []object{{"uri": root, "name": "exercise"}},
	}
	if err := c.conn.Call(ctx, "initialize", params, nil); err != nil {
		return err
	}
	if err := c.conn.Notify(ctx, "initialized", object{}); err != nil {
		return err
	}
	return c.conn.Notify(ctx, "textDocument/didOpen", object{"textDocument": object{
		"uri": fileURI(file), "languageId": "go", "version": 1, "text": text,
	}})
}

// change replaces the text.
func (c *client) change(ctx context.Context, file string, version int32, text string) error {
	return c.conn.Notify(ctx, "textDocument/didChange", object{
		"textDocument":   object{"uri": fileURI(file), "version": version},
		"contentChanges": []object{{"text": text}},
	})
}

// wait returns when the diagnostics of a version with (or without) reports of
// the source arrived.
func (c *client) wait(ctx context.Context, source string, reported bool, version int32) (time.Time, error) {
	for {
		select {
		case a := <-c.seen:
			has := slices.ContainsFunc(a.Diagnostics, func(d struct {
				Source string `json:"source"`
			}) bool {
				return d.Source == source
			})
			if a.Version == version && has == reported {
				return a.at, nil
			}
		case <-c.conn.DisconnectNotify():
			return time.Time{}, errors.New("the server ended")
		case <-ctx.Done():
			return time.Time{}, fmt.Errorf("no diagnostics of version %d: %w", version, ctx.Err())
		}
	}
}

// close says goodbye and waits until the process has ended.
func (c *client) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	err := c.conn.Call(ctx, "shutdown", nil, nil)
	err = errors.Join(err, c.conn.Notify(ctx, "exit", nil))
	ended := make(chan error, 1)
	go func() { ended <- c.cmd.Wait() }()
	select {
	case e := <-ended:
		err = errors.Join(err, e)
	case <-ctx.Done():
		err = errors.Join(err, ctx.Err(), c.cmd.Process.Kill(), <-ended)
	}
	_ = c.conn.Close() // it is closed when the process has ended
	return err
}
