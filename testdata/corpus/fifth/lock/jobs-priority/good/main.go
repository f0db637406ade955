package main

import (
	"fmt"
	"strings"
	"sync"
)

func main() {
	p := newPool(2)
	menu := []string{"buns", "rye", "tart", "", "pie"}
	fs := make([]*future[int], len(menu))
	for i, m := range menu {
		fs[i] = submit(p, i%3, func() (int, error) {
			return 100 / len(strings.TrimSpace(m)), nil
		})
	}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			if n, err := fs[0].get(); n != 25 || err != nil {
				panic(n)
			}
		})
	}
	wg.Wait()
	p.close()
	for i, f := range fs {
		n, err := f.get()
		fmt.Printf("%-5s %3d %v\n", menu[i], n, err)
	}
	_, err := submit(p, 9, func() (string, error) { return "late", nil }).get()
	fmt.Println(err)
}
