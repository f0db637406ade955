package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"runtime/debug"
	"strconv"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
	"go.lsp.dev/protocol"
)

// The error codes of the LSP that JSON-RPC has not.
const (
	codeNotInitialized   = -32002
	codeRequestFailed    = -32803
	codeServerCancelled  = -32802
	codeRequestCancelled = int64(protocol.CodeRequestCancelled)
)

// An answer computes a request's result, on a goroutine of its own. A nil
// answer of a request is the result null.
type answer func(ctx context.Context) (any, error)

// A verb handles one method. It runs on the reading goroutine, in the order of
// the messages: it decodes, applies, takes the snapshot that the answer needs,
// and must neither wait nor call the client.
type verb func(ctx context.Context, params json.RawMessage) (answer, error)

// A mux gives messages to verbs. What jsonrpc2 leaves open is decided here:
// order, cancellation, a bound on what runs at once, panics.
type mux struct {
	verbs    map[string]verb
	allowed  func(method string, notification bool) *jsonrpc2.Error // by the phase of the connection
	log      *log.Logger
	slots    chan struct{} // answers that compute at once
	waiting  chan struct{} // requests that are accepted at once
	inflight sync.WaitGroup

	mu     sync.Mutex
	cancel map[jsonrpc2.ID]context.CancelFunc
}

const (
	maxComputing = 8
	maxWaiting   = 256
)

func newMux(verbs map[string]verb, allowed func(string, bool) *jsonrpc2.Error, logger *log.Logger) *mux {
	return &mux{
		verbs:   verbs,
		allowed: allowed,
		log:     logger,
		slots:   make(chan struct{}, maxComputing),
		waiting: make(chan struct{}, maxWaiting),
		cancel:  make(map[jsonrpc2.ID]context.CancelFunc),
	}
}

// Handle implements jsonrpc2.Handler. The transport calls it on its reading
// goroutine, one message at a time.
func (m *mux) Handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) {
	var params json.RawMessage
	if req.Params != nil {
		params = *req.Params
	}
	if req.Method == "$/cancelRequest" {
		m.cancelRequest(params)
		return
	}
	if refused := m.allowed(req.Method, req.Notif); refused != nil {
		m.reply(ctx, conn, req, nil, refused)
		return
	}
	handle, ok := m.verbs[req.Method]
	if !ok {
		// "$/..." may be ignored; any other unknown request has an answer.
		m.reply(ctx, conn, req, nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "this server has no " + req.Method})
		return
	}
	compute, err := m.prepare(ctx, req.Method, handle, params)
	if req.Notif {
		if err != nil {
			m.log.Printf("%s: %v", req.Method, err)
		}
		return
	}
	if err != nil || compute == nil {
		m.reply(ctx, conn, req, nil, err)
		return
	}
	select {
	case m.waiting <- struct{}{}:
	default:
		m.reply(ctx, conn, req, nil, &jsonrpc2.Error{Code: codeRequestFailed, Message: "too many requests at once"})
		return
	}
	running, cancel := context.WithCancel(ctx)
	m.mu.Lock()
	if _, twice := m.cancel[req.ID]; twice {
		m.mu.Unlock()
		cancel()
		<-m.waiting
		m.reply(ctx, conn, req, nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "a request with this id is still being answered"})
		return
	}
	m.cancel[req.ID] = cancel
	m.mu.Unlock()
	m.inflight.Go(func() {
		defer func() {
			m.mu.Lock()
			delete(m.cancel, req.ID)
			m.mu.Unlock()
			cancel()
			<-m.waiting
		}()
		select {
		case m.slots <- struct{}{}:
			defer func() { <-m.slots }()
		case <-running.Done():
		}
		result, err := m.compute(running, req.Method, compute)
		if running.Err() != nil && ctx.Err() == nil {
			result, err = nil, &jsonrpc2.Error{Code: codeRequestCancelled, Message: "cancelled"}
		}
		m.reply(ctx, conn, req, result, err)
	})
}

// wait returns when nothing is being answered any more.
func (m *mux) wait() { m.inflight.Wait() }

func (m *mux) prepare(ctx context.Context, method string, handle verb, params json.RawMessage) (compute answer, err error) {
	defer func() { err = m.recovered(recover(), method, err) }()
	return handle(ctx, params)
}

func (m *mux) compute(ctx context.Context, method string, compute answer) (result any, err error) {
	defer func() { err = m.recovered(recover(), method, err) }()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return compute(ctx)
}

// recovered turns a handler's panic into an InternalError: the editor loses
// one answer, not its server.
func (m *mux) recovered(p any, method string, err error) error {
	if p == nil {
		return err
	}
	m.log.Printf("%s: panic: %v\n%s", method, p, debug.Stack())
	return &jsonrpc2.Error{Code: jsonrpc2.CodeInternalError, Message: fmt.Sprintf("%s failed inside the server: %v", method, p)}
}

func (m *mux) reply(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request, result any, err error) {
	if req.Notif {
		return
	}
	response := &jsonrpc2.Response{ID: req.ID}
	if err == nil {
		raw, encodeErr := protocol.Marshal(result)
		if encodeErr == nil {
			response.Result = (*json.RawMessage)(&raw)
		}
		err = encodeErr
	}
	if err != nil {
		var rpc *jsonrpc2.Error
		switch {
		case errors.As(err, &rpc):
		case errors.Is(err, context.Canceled):
			rpc = &jsonrpc2.Error{Code: codeRequestCancelled, Message: "cancelled"}
		default:
			rpc = &jsonrpc2.Error{Code: codeRequestFailed, Message: err.Error()}
		}
		response.Error = rpc
	}
	if err := conn.SendResponse(ctx, response); err != nil && !errors.Is(err, jsonrpc2.ErrClosed) {
		m.log.Printf("%s: answering: %v", req.Method, err)
	}
}

func (m *mux) cancelRequest(params json.RawMessage) {
	var p struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal(params, &p) != nil {
		return
	}
	var id jsonrpc2.ID
	var text string
	if json.Unmarshal(p.ID, &text) == nil {
		id = jsonrpc2.ID{Str: text, IsString: true}
	} else if number, err := strconv.ParseUint(string(p.ID), 10, 64); err == nil {
		id = jsonrpc2.ID{Num: number}
	} else {
		return
	}
	m.mu.Lock()
	cancel := m.cancel[id]
	m.mu.Unlock()
	if cancel != nil {
		cancel()
	}
}

// decode reads params into a protocol type, or says that they are none.
func decode[T any](params json.RawMessage) (*T, error) {
	if params == nil {
		params = json.RawMessage("{}")
	}
	into := new(T)
	if err := protocol.Unmarshal(params, into); err != nil {
		return nil, invalid("%v", err)
	}
	return into, nil
}

func invalid(format string, args ...any) error {
	return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: fmt.Sprintf(format, args...)}
}
