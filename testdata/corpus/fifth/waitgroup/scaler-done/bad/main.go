package main

import (
	"fmt"
	"sync"
)

type ingredient struct {
	name  string
	grams float64
}

type scaler struct {
	wg     sync.WaitGroup
	factor float64
}

func (s *scaler) scale(in *ingredient) {
	defer s.wg.Done() // BUG: wg-negative
	in.grams *= s.factor
}

func main() {
	cake := []ingredient{{"flour", 300}, {"sugar", 120}, {"butter", 150}}
	s := &scaler{factor: 1.5}
	for i := range cake {
		s.wg.Go(func() { s.scale(&cake[i]) }) // BUG: wg-negative
	}
	s.wg.Wait()
	fmt.Println(cake)
}
