package main

import "time"

// Status is the state of a job.
type Status int

const (
	Waiting Status = iota
	Running
	Finished
	Failed
)

func (s Status) String() string {
	switch s {
	case Waiting:
		return "waiting"
	case Running:
		return "running"
	case Finished:
		return "finished"
	}
	return "failed"
}

// Job is a piece of work.
type Job struct {
	ID     int
	Name   string
	Status Status
	Err    error
	Took   time.Duration
	work   func() error
}
