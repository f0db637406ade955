// Command relay accepts uploads and forwards them to a slow backend. When
// too many uploads are in flight it answers 503 instead of queueing more.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type relay struct {
	limit    int64
	inflight int64
	served   int64
	forward  func(body []byte) error
}

func (r *relay) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	atomic.AddInt64(&r.inflight, 1)
	defer atomic.AddInt64(&r.inflight, -1)
	if atomic.LoadInt64(&r.inflight) > r.limit {
		w.Header().Set("Retry-After", "1")
		http.Error(w, "busy", http.StatusServiceUnavailable)
		return
	}

	body, err := io.ReadAll(http.MaxBytesReader(w, req.Body, 1<<20))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if err := r.forward(body); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	atomic.AddInt64(&r.served, 1)
	w.WriteHeader(http.StatusAccepted)
}

func slowBackend(body []byte) error {
	if len(body) == 0 {
		return errors.New("empty upload")
	}
	time.Sleep(5 * time.Millisecond)
	return nil
}

func post(url string, n int) int {
	resp, err := http.Post(url, "text/plain", strings.NewReader(strings.Repeat("x", n)))
	if err != nil {
		log.Println("post:", err)
		return 0
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode
}

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	r := &relay{limit: 4, forward: slowBackend}
	srv := &http.Server{Handler: r}
	stopped := make(chan error, 1)
	go func() { stopped <- srv.Serve(ln) }()

	url := "http://" + ln.Addr().String() + "/upload"
	codes := make([]int, 24)
	var wg sync.WaitGroup
	for i := range codes {
		wg.Add(1)
		go func() {
			defer wg.Done()
			codes[i] = post(url, 10+i)
		}()
	}
	wg.Wait()

	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Println("shutdown:", err)
	}
	if err := <-stopped; !errors.Is(err, http.ErrServerClosed) {
		log.Println("serve:", err)
	}
	busy := 0
	for _, c := range codes {
		if c == http.StatusServiceUnavailable {
			busy++
		}
	}
	fmt.Printf("served %d, refused %d\n", atomic.LoadInt64(&r.served), busy)
}
