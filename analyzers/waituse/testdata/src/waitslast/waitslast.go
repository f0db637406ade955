// Package waitslast starts the one who waits when all has been added.
package waitslast

import "sync"

func lengths(names []string) int {
	found := make(chan int, 10)
	var wg sync.WaitGroup
	wg.Add(len(names))
	go func() {
		wg.Wait()
		close(found)
	}()
	for _, name := range names {
		go func() {
			defer wg.Done()
			found <- len(name)
		}()
	}
	sum := 0
	for n := range found {
		sum += n
	}
	return sum
}

func held(names []string) {
	var wg sync.WaitGroup
	begin := make(chan struct{})
	done := make(chan struct{})
	go func() {
		<-begin
		wg.Wait()
		close(done)
	}()
	for range names {
		wg.Add(1)
		go wg.Done()
	}
	close(begin)
	<-done
}

// While the one of the outer Add is not done, more may be added.
func more(names []string) {
	var wg sync.WaitGroup
	done := make(chan struct{})
	wg.Add(1)
	go func() {
		wg.Wait()
		close(done)
	}()
	for range names {
		wg.Add(1)
		go wg.Done()
	}
	wg.Done()
	<-done
}
