package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"tenth/misc/shutdown/bad/audit"
	"tenth/misc/shutdown/bad/server"
)

// visit asks for an export, as a client elsewhere would.
func visit(url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if b, err := io.ReadAll(resp.Body); err == nil {
		fmt.Fprintf(os.Stderr, "client got %q\n", b)
	}
}

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	// stands for the signal that ends the service
	ctx, stop := context.WithTimeout(context.Background(), 80*time.Millisecond)
	defer stop()

	var clients sync.WaitGroup
	clients.Go(func() { visit("http://" + ln.Addr().String() + "/export/orders") })
	srv := server.New(audit.New(os.Stdout), 3*time.Second)
	if err := srv.Run(ctx, ln); err != nil { // BUG: main-exits-early
		log.Fatal(err)
	}
	clients.Wait()
	fmt.Println("bye")
}
