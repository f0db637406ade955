package echo

import (
	"bufio"
	"fmt"
	"net"
	"testing"
)

func serve(conn net.Conn) error {
	defer conn.Close()
	sc := bufio.NewScanner(conn)
	for sc.Scan() {
		if _, err := fmt.Fprintf(conn, "echo %s\n", sc.Text()); err != nil {
			return err
		}
	}
	return sc.Err()
}

func TestEcho(t *testing.T) {
	client, server := net.Pipe()
	defer client.Close()
	served := make(chan error, 1)
	go func() { served <- serve(server) }()

	sent := make(chan struct{})
	go func() {
		defer close(sent)
		for i := range 3 {
			if _, err := fmt.Fprintln(client, "line", i); err != nil {
				t.Errorf("send: %v", err)
				return
			}
		}
	}()
	sc := bufio.NewScanner(client)
	for i := range 3 {
		if !sc.Scan() {
			t.Fatal("no answer")
		}
		if want := fmt.Sprintf("echo line %d", i); sc.Text() != want {
			t.Errorf("got %q, want %q", sc.Text(), want)
		}
	}
	<-sent
	client.Close()
	if err := <-served; err != nil {
		t.Fatal(err)
	}
}
