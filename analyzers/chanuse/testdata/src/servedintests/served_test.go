package servedintests

import (
	"net"
	"net/http"
	"testing"
)

// The handler runs when the server, whose code is not seen, calls it.
func TestHandlerSends(t *testing.T) {
	ln, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Skip(err)
	}
	paths := make(chan string)
	served := make(chan error)
	go func() {
		served <- http.Serve(ln, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			paths <- r.URL.Path
		}))
	}()
	go http.Get("http://" + ln.Addr().String() + "/bread")
	if path := <-paths; path != "/bread" {
		t.Errorf("path = %q", path)
	}
	ln.Close()
	<-served
}
