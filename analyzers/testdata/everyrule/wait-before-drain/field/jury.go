// Package jury adds up what the judges of a contest give.
package jury

import "sync"

const judges = 5

// Jury judges one contest.
type Jury struct {
	wg     sync.WaitGroup
	points chan int
	judge  func(seat int) int
}

// New returns a jury whose judges use the given function.
func New(judge func(seat int) int) *Jury {
	return &Jury{points: make(chan int), judge: judge}
}

func (j *Jury) sit(seat int) {
	defer j.wg.Done()
	j.points <- j.judge(seat)
}

// Vote lets a new jury vote and returns the sum of the points.
func Vote(judge func(seat int) int) int {
	j := New(judge)
	for seat := range judges {
		j.wg.Add(1)
		go j.sit(seat)
	}
	j.wg.Wait() // BUG
	close(j.points)
	sum := 0
	for p := range j.points {
		sum += p
	}
	return sum
}
