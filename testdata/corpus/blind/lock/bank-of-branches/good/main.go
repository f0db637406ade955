package main

import (
	"fmt"
	"sync"
)

func main() {
	b := NewBank()
	for _, n := range []string{"ann", "bob", "cy", "dee"} {
		b.Open(n, 100)
	}
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = b.Transfer(1+i%4, 1+(i*3+1)%4, int64(i))
			if i%10 == 0 {
				b.ChargeAll(1)
			}
			if a, err := b.find(1 + i%4); err == nil && i%13 == 0 {
				thaw := a.Freeze()
				defer thaw()
			}
		}()
	}
	wg.Wait()
	a, _ := b.find(1)
	fmt.Println(b.Total(), len(a.Statement()) > 0, b.Transfer(1, 9, 1))
}
