package main

import (
	"fmt"
	"slices"
)

type guard chan struct{}

func (g guard) enter() { g <- struct{}{} }
func (g guard) leave() { <-g }

type lockers struct {
	guard
	free  []int
	owner map[string][]int
}

func newLockers(n int) *lockers {
	l := &lockers{guard: make(guard, 1), owner: make(map[string][]int)}
	for i := range n {
		l.free = append(l.free, i)
	}
	return l
}

func (l *lockers) rent(who string) bool {
	l.enter()
	defer l.leave()
	if len(l.free) == 0 {
		return false
	}
	last := len(l.free) - 1
	l.owner[who] = append(l.owner[who], l.free[last])
	l.free = l.free[:last]
	return true
}

func (l *lockers) giveBack(who string) {
	l.enter()
	defer l.leave()
	l.free = append(l.free, l.owner[who]...)
	delete(l.owner, who)
}

func main() {
	l := newLockers(12)
	done := make(chan string)
	names := []string{"ann", "ben", "cas", "dee"}
	for _, who := range names {
		go func() {
			for range 50 {
				if l.rent(who) {
					l.rent(who)
					l.giveBack(who)
				}
			}
			done <- who
		}()
	}
	for range names {
		<-done
	}
	l.enter()
	slices.Sort(l.free)
	fmt.Println(l.free, len(l.owner))
	l.leave()
}
