// Command poll asks visitors a question and shows the answers.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"
)

type poll struct {
	question string

	mu     sync.Mutex
	counts map[string]int
	voters map[string]bool
}

func newPoll(question string, answers ...string) *poll {
	p := &poll{question: question, counts: map[string]int{}, voters: map[string]bool{}}
	for _, a := range answers {
		p.counts[a] = 0
	}
	return p
}

func (p *poll) vote(who, answer string) (status int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.voters[who] {
		return http.StatusConflict
	}
	if _, ok := p.counts[answer]; !ok {
		return http.StatusNotFound
	}
	p.voters[who] = true
	p.counts[answer]++
	return http.StatusOK
}

func (p *poll) result() map[string]int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return maps.Clone(p.counts)
}

func (p *poll) routes() http.Handler {
	mux := http.NewServeMux()
	served := 0
	var servedMu sync.Mutex
	count := func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			servedMu.Lock()
			served++
			w.Header().Set("X-Served", fmt.Sprint(served))
			servedMu.Unlock()
			next(w, r)
		}
	}
	mux.HandleFunc("POST /vote", count(func(w http.ResponseWriter, r *http.Request) {
		status := p.vote(r.FormValue("who"), r.FormValue("answer"))
		w.WriteHeader(status)
	}))
	mux.HandleFunc("GET /result", count(func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewEncoder(w).Encode(p.result()); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}))
	return mux
}

func main() {
	p := newPoll("tabs or spaces?", "tabs", "spaces")
	ts := httptest.NewServer(p.routes())
	defer ts.Close()
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() {
			answer := "tabs"
			if i%3 == 0 {
				answer = "spaces"
			}
			url := fmt.Sprintf("%s/vote?who=u%d&answer=%s", ts.URL, i/2, answer)
			resp, err := ts.Client().Post(url, "text/plain", nil)
			if err != nil {
				fmt.Println(err)
				return
			}
			resp.Body.Close()
		})
	}
	wg.Wait()
	resp, err := ts.Client().Get(ts.URL + "/result")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	var got map[string]int
	if err := json.Unmarshal(text, &got); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.question, got["tabs"]+got["spaces"], "votes")
}
