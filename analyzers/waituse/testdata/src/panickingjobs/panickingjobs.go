// Package panickingjobs reports that jobs are done, also those that panic or leave early.
package panickingjobs

import (
	"fmt"
	"runtime"
	"sync"
)

// safely turns a panic of the job into words.
func safely(job func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panicked:", r)
		}
	}()
	job()
}

func runAll() {
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go safely(func() {
			defer wg.Done()
			switch i {
			case 0:
				panic("very bad luck")
			case 1:
				runtime.Goexit()
			}
		})
	}
	wg.Wait()
}

func runOne(ready func() bool) {
	var wg sync.WaitGroup
	wg.Add(1)
	go safely(func() {
		if !ready() {
			panic("not ready")
		}
		wg.Done()
	})
	wg.Wait() // want `deadlock: this Wait never ends when a goroutine leaves without calling Done \(missing-done\)`
}

var _, _ = runAll, runOne
