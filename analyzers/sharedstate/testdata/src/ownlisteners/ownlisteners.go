// Package ownlisteners serves the connections of a listener of its own.
package ownlisteners

import (
	"bytes"
	"io"
	"net"
	"net/http"
)

type onceListener struct{ conn net.Conn }

func (l *onceListener) Accept() (net.Conn, error) {
	if l.conn == nil {
		return nil, io.EOF
	}
	c := l.conn
	l.conn = nil
	return c, nil
}

func (l *onceListener) Close() error   { return nil }
func (l *onceListener) Addr() net.Addr { return nil }

type memConn struct {
	bytes.Buffer
	net.Conn
	closed chan bool
}

func (c *memConn) Read(p []byte) (int, error)  { return c.Buffer.Read(p) }
func (c *memConn) Write(p []byte) (int, error) { return c.Buffer.Write(p) }
func (c *memConn) Close() error {
	select {
	case c.closed <- true:
	default:
	}
	return nil
}

func Requests(n int) int {
	conn := &memConn{closed: make(chan bool, 1)}
	conn.WriteString("GET / HTTP/1.0\r\n\r\n")
	handled := 0
	ln := &onceListener{conn: conn}
	go http.Serve(ln, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { handled++ }))
	<-conn.closed
	return handled
}

type tester struct{ handler http.Handler }

func (t *tester) raw() string {
	conn := &memConn{closed: make(chan bool, 1)}
	ln := &onceListener{conn: conn}
	srv := &http.Server{Handler: t.handler}
	go srv.Serve(ln)
	<-conn.closed
	return conn.String()
}
