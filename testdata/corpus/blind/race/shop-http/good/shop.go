// Package shop is a small web shop.
package shop

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// Product is something to buy. Products do not change.
type Product struct {
	SKU   string `json:"sku"`
	Cents int    `json:"cents"`
}

type cart struct {
	mu    sync.Mutex
	lines map[string]int
}

func (c *cart) add(sku string, n int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lines[sku] += n
	return c.lines[sku]
}

func (c *cart) total(price func(string) int) (cents int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for sku, n := range c.lines {
		cents += n * price(sku)
	}
	return cents
}

// Server serves the shop.
type Server struct {
	products map[string]Product // fixed by New
	handler  http.Handler
	logger   *log.Logger
	carts    sync.Map // user -> *cart

	requests atomic.Int64
	busy     atomic.Int32

	mu     sync.Mutex
	status map[int]int
	slow   time.Duration
}

// New makes a server.
func New(logger *log.Logger, products ...Product) *Server {
	s := &Server{
		products: make(map[string]Product),
		logger:   logger,
		status:   make(map[int]int),
	}
	for _, p := range products {
		s.products[p.SKU] = p
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /cart/{user}/{sku}", s.wrap(s.add))
	mux.HandleFunc("GET /cart/{user}", s.wrap(s.show))
	s.handler = mux
	return s
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

var errNotFound = errors.New("not found")

type handler func(w http.ResponseWriter, r *http.Request) error

// wrap counts requests and turns errors into answers.
func (s *Server) wrap(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.requests.Add(1)
		s.busy.Add(1)
		defer s.busy.Add(-1)
		start := time.Now()
		code := http.StatusOK
		err := h(w, r)
		if err != nil {
			code = http.StatusBadRequest
			if errors.Is(err, errNotFound) {
				code = http.StatusNotFound
			}
			http.Error(w, err.Error(), code)
			s.logger.Printf("%s: %v", r.URL.Path, err)
		}
		s.done(code, time.Since(start))
	}
}

func (s *Server) done(code int, took time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.status[code]++
	s.slow = max(s.slow, took)
}

func (s *Server) cart(user string) *cart {
	if c, ok := s.carts.Load(user); ok {
		return c.(*cart)
	}
	c, _ := s.carts.LoadOrStore(user, &cart{lines: map[string]int{}})
	return c.(*cart)
}

func (s *Server) add(w http.ResponseWriter, r *http.Request) error {
	p, ok := s.products[r.PathValue("sku")]
	if !ok {
		return fmt.Errorf("product %w", errNotFound)
	}
	n := 1
	if v := r.FormValue("n"); v != "" {
		var err error
		if n, err = strconv.Atoi(v); err != nil {
			return err
		}
	}
	fmt.Fprint(w, s.cart(r.PathValue("user")).add(p.SKU, n))
	return nil
}

func (s *Server) show(w http.ResponseWriter, r *http.Request) error {
	c := s.cart(r.PathValue("user"))
	sum := c.total(func(sku string) int { return s.products[sku].Cents })
	return json.NewEncoder(w).Encode(map[string]int{"cents": sum})
}

// Stats is a copy of the statistics.
func (s *Server) Stats() (requests int64, status map[int]int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	status = make(map[int]int, len(s.status))
	for k, v := range s.status {
		status[k] = v
	}
	return s.requests.Load(), status
}
