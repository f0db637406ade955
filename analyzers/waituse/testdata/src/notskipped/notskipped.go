// Package notskipped calls Done on every way, or need not.
package notskipped

import (
	"fmt"
	"log"
	"sync"
)

type server interface{ Put(name string) error }

type batch struct {
	srv   server
	wg    sync.WaitGroup
	queue chan *batch
}

func (b *batch) add(name string) {
	b.wg.Add(6)
	go b.both(name)
	go b.handedOn(name)
	go b.byHelper(name)
	go b.recovers(name)
	go b.fatal(name)
	go b.again(name)
}

func (b *batch) both(name string) {
	if err := b.srv.Put(name); err != nil {
		b.wg.Done()
		return
	}
	b.wg.Done()
}

// Who receives the batch calls Done.
func (b *batch) handedOn(name string) {
	if err := b.srv.Put(name); err != nil {
		b.queue <- b
		return
	}
	b.wg.Done()
}

func (b *batch) byHelper(name string) {
	if err := b.srv.Put(name); err != nil {
		b.fail(err)
		return
	}
	b.wg.Done()
}

func (b *batch) fail(err error) {
	fmt.Println(err)
	b.end()
}

func (b *batch) end() { b.wg.Done() }

func (b *batch) recovers(name string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
			b.wg.Done()
		}
	}()
	b.srv.Put(name)
	b.wg.Done()
}

func (b *batch) fatal(name string) {
	if err := b.srv.Put(name); err != nil {
		log.Fatal(err)
	}
	b.wg.Done()
}

func (b *batch) again(name string) {
	if err := b.srv.Put(name); err != nil {
		go b.again(name)
		return
	}
	b.wg.Done()
}

// Only what is counted is counted out.
func some(counted bool) {
	var wg sync.WaitGroup
	if counted {
		wg.Add(1)
	}
	go func() {
		if !counted {
			return
		}
		wg.Done()
	}()
	wg.Wait()
}

// One of them counts out for all.
func first() {
	var wg sync.WaitGroup
	wg.Add(1)
	for i := range 3 {
		go func() {
			if i != 0 {
				return
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

// The group counts items.
func items(in []int) {
	var wg sync.WaitGroup
	wg.Add(len(in))
	queue := make(chan int, len(in))
	for _, i := range in {
		queue <- i
	}
	go func() {
		for {
			select {
			case i := <-queue:
				fmt.Println(i)
			default:
				return
			}
			wg.Done()
		}
	}()
	wg.Wait()
}
