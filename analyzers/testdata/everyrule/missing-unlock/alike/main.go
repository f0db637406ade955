// Command parking lets cars into a car park.
package main

import (
	"errors"
	"fmt"
	"sync"
)

var errFull = errors.New("car park is full")

type park struct {
	mu   sync.Mutex
	free int
	log  []string
}

func (p *park) lock() (unlock func()) {
	p.mu.Lock()
	return p.mu.Unlock
}

// fail unlocks p.mu.
func (p *park) fail(err error) error {
	p.log = append(p.log, err.Error())
	p.mu.Unlock()
	return err
}

func (p *park) enter() error {
	p.mu.Lock()
	if p.free == 0 {
		return p.fail(errFull)
	}
	p.free--
	p.mu.Unlock()
	return nil
}

func (p *park) leave() {
	defer p.lock()()
	p.free++
}

func main() {
	p := &park{free: 2}
	for car := range 4 {
		fmt.Println("car", car, p.enter())
	}
	p.leave()
	fmt.Println(p.enter(), len(p.log))
}
