// Package together lets several run in each turn.
package together

import "sync"

func fetch(string) {}

func batches(batches [][]string) {
	for _, batch := range batches {
		var wg sync.WaitGroup
		for _, url := range batch {
			wg.Go(func() { fetch(url) })
		}
		wg.Wait()
	}
}

func two(pairs [][2]string) {
	var wg sync.WaitGroup
	for _, p := range pairs {
		wg.Go(func() { fetch(p[0]) })
		wg.Go(func() { fetch(p[1]) })
		wg.Wait()
	}
}

func beside(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fetch(url)
		}()
		fetch("own " + url)
		wg.Wait()
	}
}

func everyTenth(urls []string) {
	var wg sync.WaitGroup
	for i, url := range urls {
		wg.Go(func() { fetch(url) })
		if i%10 == 9 {
			wg.Wait()
		}
	}
	wg.Wait()
}

// One is written while the next is read.
func ahead(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		fetch(url)
		wg.Wait()
		wg.Go(func() { fetch("write " + url) })
	}
	wg.Wait()
}

func tree(urls []string) {
	for _, url := range urls {
		var wg sync.WaitGroup
		wg.Go(func() { both(url) })
		wg.Wait()
	}
}

func both(url string) {
	var wg sync.WaitGroup
	wg.Go(func() { fetch(url) })
	wg.Go(func() { fetch(url) })
	wg.Wait()
}

func after(urls []string) {
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Go(func() { fetch(url) })
	}
	wg.Wait()
}
