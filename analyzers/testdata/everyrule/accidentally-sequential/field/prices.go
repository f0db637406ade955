// Package prices asks some shops for the price of a helmet at the same time.
package prices

import (
	"io"
	"net/http"
	"strings"
	"sync"
)

var shops = [...]string{"velo.example", "rad.example", "bike.example"}

type offers struct {
	mu   sync.Mutex
	wg   sync.WaitGroup
	text map[string]string
	err  error
}

func (o *offers) ask(shop string) {
	defer o.wg.Done()
	o.mu.Lock() // BUG
	defer o.mu.Unlock()
	resp, err := http.Get("https://" + shop + "/helmet")
	if err != nil {
		o.err = err
		return
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		o.err = err
		return
	}
	o.text[shop] = strings.TrimSpace(string(b))
}

// Offers returns the offer of each shop.
func Offers() (map[string]string, error) {
	o := &offers{text: make(map[string]string)}
	for _, s := range shops {
		o.wg.Add(1)
		go o.ask(s)
	}
	o.wg.Wait()
	return o.text, o.err
}
