// Command gateway serves greetings whose settings can be changed while it runs.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "gateway:", err)
		os.Exit(1)
	}
}

type server struct {
	cfg *holder
	mux *http.ServeMux
}

func newServer(h *holder) *server {
	s := &server{cfg: h, mux: http.NewServeMux()}
	s.mux.HandleFunc("GET /hello/{name}", s.hello)
	s.mux.HandleFunc("POST /config", s.reload)
	return s
}

func (s *server) hello(w http.ResponseWriter, r *http.Request) {
	set := s.cfg.current()
	name := r.PathValue("name")
	if len(name) > set.MaxName { // BUG: guarded-escape, unlocked-read
		http.Error(w, "name too long", http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "%s, %s!", set.Greeting, name) // BUG: guarded-escape, unlocked-read
}

func (s *server) reload(w http.ResponseWriter, r *http.Request) {
	if err := s.cfg.load(r.Body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func get(client *http.Client, url string) (string, error) {
	resp, err := client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

func main() {
	h := newHolder(settings{Greeting: "Hello", MaxName: 10})
	ts := httptest.NewServer(newServer(h).mux)
	defer ts.Close()

	var wg sync.WaitGroup
	for _, name := range []string{"Ada", "Grace", "Edsger"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 20 {
				text, err := get(ts.Client(), ts.URL+"/hello/"+name)
				check(err)
				if !strings.Contains(text, name) {
					fmt.Println("odd answer:", text)
				}
			}
		}()
	}
	for i := range 20 {
		text, err := json.Marshal(settings{Greeting: fmt.Sprintf("Hi %d", i), MaxName: 10 + i})
		check(err)
		resp, err := ts.Client().Post(ts.URL+"/config", "application/json", strings.NewReader(string(text)))
		check(err)
		resp.Body.Close()
	}
	wg.Wait()
	fmt.Println("done")
}
