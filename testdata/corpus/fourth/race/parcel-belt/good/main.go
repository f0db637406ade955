package main

import (
	"fmt"
	"strings"
)

// Parcel travels along the belt. Whoever received it last may change it.
type Parcel struct {
	Address string
	Grams   int
	Stamps  []string
	Log     []string
}

type station func(*Parcel)

func weigh(p *Parcel) {
	p.Grams = 100 * len(p.Address)
	p.Log = append(p.Log, "weighed")
}

func stamp(p *Parcel) {
	for g := p.Grams; g > 0; g -= 500 {
		p.Stamps = append(p.Stamps, "55c")
	}
	p.Log = append(p.Log, "stamped")
}

func normalize(p *Parcel) {
	p.Address = strings.ToUpper(p.Address)
	p.Log = append(p.Log, "normalized")
}

// attach runs st on everything from in and passes it on.
func attach(in <-chan *Parcel, st station) <-chan *Parcel {
	out := make(chan *Parcel)
	go func() {
		defer close(out)
		for p := range in {
			st(p)
			out <- p
		}
	}()
	return out
}

func belt(addresses ...string) <-chan *Parcel {
	out := make(chan *Parcel, 2)
	go func() {
		for _, a := range addresses {
			p := &Parcel{Address: a}
			p.Log = append(p.Log, "accepted")
			out <- p
		}
		close(out)
	}()
	return out
}

func main() {
	parcels := belt("12 low road", "7 high street", "1 the green")
	for _, st := range []station{weigh, stamp, normalize} {
		parcels = attach(parcels, st)
	}
	total := 0
	for p := range parcels {
		p.Log = append(p.Log, "loaded")
		total += p.Grams
		fmt.Println(p.Address, len(p.Stamps), strings.Join(p.Log, ">"))
	}
	fmt.Println("van carries", total, "g")
}
