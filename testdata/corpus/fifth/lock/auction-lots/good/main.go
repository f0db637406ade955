package main

import (
	"fmt"
	"os"
	"sync"
)

func main() {
	h := &house{}
	for _, t := range []string{"violin", "globe", "samovar", "teapot"} {
		h.lots = append(h.lots, &lot{title: t})
	}
	for _, n := range []string{"ines", "juri", "kaya"} {
		h.bidders = append(h.bidders, newBidder(n, 5000))
	}
	var wg sync.WaitGroup
	for i, b := range h.bidders {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for r := range 2000 {
				l := h.lots[(r+i)%len(h.lots)]
				if err := l.bid(b, 10+r%50+i); err != nil {
					fmt.Fprintln(os.Stderr, err)
				}
			}
		}()
		go func() {
			defer wg.Done()
			for range 2000 {
				h.withdraw(b)
			}
		}()
	}
	wg.Wait()
	fmt.Println("sold at most:", len(h.closeAll()) <= len(h.lots))
}
