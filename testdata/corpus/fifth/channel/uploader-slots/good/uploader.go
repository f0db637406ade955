package main

import (
	"errors"
	"fmt"
	"log"
	"sync"
	"time"
)

type semaphore chan struct{}

func (s semaphore) acquire() { s <- struct{}{} }
func (s semaphore) release() { <-s }

type result struct {
	name  string
	sum   uint32
	tries int
	err   error
}

type uploader struct {
	to      remote
	log     *log.Logger
	retries int
	slots   semaphore
	active  sync.WaitGroup
	results chan result
}

func newUploader(to remote, l *log.Logger, width int) *uploader {
	return &uploader{
		to:      to,
		log:     l,
		retries: 5,
		slots:   make(semaphore, width),
		results: make(chan result),
	}
}

// put waits for a free slot and uploads in the background.
// It must not be called after finish.
func (u *uploader) put(name string, data []byte) {
	u.slots.acquire()
	u.active.Add(1)
	go u.upload(name, data)
}

func (u *uploader) upload(name string, data []byte) {
	defer u.active.Done()
	r := u.attempt(name, data)
	u.slots.release()
	u.results <- r
}

func (u *uploader) attempt(name string, data []byte) (r result) {
	r.name = name
	wait := 50 * time.Microsecond
	for r.tries < u.retries {
		r.tries++
		r.sum, r.err = u.to.store(name, data)
		if !errors.Is(r.err, errBusy) {
			return r
		}
		u.log.Print(r.err)
		time.Sleep(wait)
		wait *= 2
	}
	r.err = fmt.Errorf("gave up after %d tries: %w", r.tries, r.err)
	return r
}

// finish closes the results when all uploads have reported.
func (u *uploader) finish() {
	u.active.Wait()
	close(u.results)
}
