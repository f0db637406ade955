package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

func main() {
	p := newPool(3)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := range 10 {
				if _, err := p.query(ctx, fmt.Sprintf("select %d", i*k)); err != nil {
					return
				}
			}
		}()
	}
	time.Sleep(10 * time.Millisecond)
	p.close()
	wg.Wait()
	fmt.Println("closed")
}
