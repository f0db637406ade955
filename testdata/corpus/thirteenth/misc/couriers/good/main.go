package main

import "fmt"

type parcel struct {
	id    int
	stamp []string
	grams int
}

func station(name string, in <-chan *parcel) <-chan *parcel {
	out := make(chan *parcel)
	go func() {
		defer close(out)
		for p := range in {
			p.stamp = append(p.stamp, name)
			p.grams += len(name)
			out <- p
		}
	}()
	return out
}

func main() {
	start := make(chan *parcel)
	end := station("customs", station("hub", station("depot", start)))

	all := make([]*parcel, 5)
	go func() {
		defer close(start)
		for i := range all {
			all[i] = &parcel{id: i}
			start <- all[i]
		}
	}()

	n := 0
	for p := range end {
		n += p.grams
	}
	fmt.Println(n, all[4].stamp)
}
