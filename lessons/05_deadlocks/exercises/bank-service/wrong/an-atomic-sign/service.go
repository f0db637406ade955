package bank

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
)

// A Service is the bank as its clients see it:
//
//	GET  /accounts/1    what is in account 1
//	POST /transfers     {"from": 1, "to": 2, "amount": 30} moves money
//	GET  /statement     what is in all accounts
//
// The server calls ServeHTTP in a goroutine for each request.
type Service struct {
	mux      *http.ServeMux
	accounts []*Account // in the order of their numbers; never changes
	log      *auditLog

	closed atomic.Bool

	endLog func() error // ends the log once, and says each time what came of it
}

// New returns a bank with these accounts, which writes its audit log to disk.
// Close it in the end.
func New(disk io.Writer, accounts ...*Account) *Service {
	s := &Service{mux: http.NewServeMux(), accounts: slices.Clone(accounts), log: newLog(disk)}
	slices.SortFunc(s.accounts, func(a, b *Account) int { return cmp.Compare(a.Number, b.Number) })
	s.endLog = sync.OnceValue(s.log.end)
	s.mux.HandleFunc("GET /accounts/{number}", s.getAccount)
	s.mux.HandleFunc("POST /transfers", s.postTransfer)
	s.mux.HandleFunc("GET /statement", s.getStatement)
	return s
}

// ServeHTTP answers one request. When the bank is closed it answers 503.
func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.closed.Load() {
		http.Error(w, "the bank is closed", http.StatusServiceUnavailable)
		return
	}
	s.mux.ServeHTTP(w, r)
}

// Close takes no more requests and waits for the log to be written to its end. It returns the disk's error if entries are
// missing. It may be called at any time and more than once.
func (s *Service) Close() error {
	s.closed.Store(true)
	return s.endLog()
}

func (s *Service) getAccount(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	a := s.account(number)
	if err != nil || a == nil {
		http.Error(w, "no such account", http.StatusNotFound)
		return
	}
	answer(w, Line{a.Number, a.Owner, a.Balance()})
}

func (s *Service) postTransfer(w http.ResponseWriter, r *http.Request) {
	var order struct{ From, To, Amount int }
	if err := json.NewDecoder(r.Body).Decode(&order); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	from, to := s.account(order.From), s.account(order.To)
	if from == nil || to == nil {
		http.Error(w, "no such account", http.StatusNotFound)
		return
	}
	switch err := s.Transfer(from, to, order.Amount); {
	case errors.Is(err, ErrNoMoney):
		http.Error(w, err.Error(), http.StatusConflict)
	case err != nil:
		http.Error(w, err.Error(), http.StatusBadRequest)
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}

func (s *Service) getStatement(w http.ResponseWriter, r *http.Request) {
	answer(w, s.statement())
}

// account returns the account with this number, or nil.
func (s *Service) account(number int) *Account {
	i, found := slices.BinarySearchFunc(s.accounts, number, func(a *Account, n int) int { return cmp.Compare(a.Number, n) })
	if !found {
		return nil
	}
	return s.accounts[i]
}

// answer writes a value as JSON. The client may be slow to take it.
func answer(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(value) // an error means that the client has left
}
