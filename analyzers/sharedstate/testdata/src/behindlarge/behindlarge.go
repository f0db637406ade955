// Package behindlarge has functions with very many schedules before a small type: they are not
// to use up what is there to search the type's methods.
package behindlarge

import "sync"

// A ledger is written in many steps.
type ledger struct {
	mu    sync.Mutex
	lines int
}

func (l *ledger) fill() {
	for range 40 {
		l.mu.Lock()
		l.lines++
		l.mu.Unlock()
	}
}

type hall0 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall0) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall0) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall1 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall1) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall1) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall2 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall2) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall2) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall3 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall3) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall3) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall4 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall4) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall4) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall5 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall5) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall5) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall6 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall6) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall6) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall7 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall7) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall7) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall8 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall8) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall8) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall9 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall9) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall9) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall10 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall10) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall10) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall11 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall11) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall11) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall12 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall12) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall12) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall13 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall13) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall13) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall14 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall14) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall14) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall15 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall15) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall15) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall16 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall16) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall16) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall17 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall17) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall17) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall18 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall18) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall18) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall19 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall19) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall19) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall20 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall20) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall20) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall21 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall21) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall21) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall22 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall22) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall22) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type hall23 struct {
	ledger ledger
	mu     sync.Mutex
	n      int
}

func (h *hall23) Open() {
	h.ledger.fill()
	h.mu.Lock()
	h.n++
	h.mu.Unlock()
}
func (h *hall23) Close() int {
	h.ledger.fill()
	var l sync.Locker = &h.mu
	l.Lock()
	defer l.Unlock()
	return h.n
}

type Counter struct {
	mu sync.Mutex
	n  int
}

func (c *Counter) Add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func (c *Counter) Text() int { return c.n } // want `likely data race: Text reads c.n without c.mu.* \(unlocked-field\)`
