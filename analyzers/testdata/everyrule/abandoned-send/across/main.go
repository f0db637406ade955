// Package main asks several weather stations and takes the first forecast.
package main

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"time"
)

type forecast struct {
	station string
	degrees int
}

func ask(station string, out chan<- forecast) {
	time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
	out <- forecast{station, 10 + rand.IntN(15)} // BUG
}

func first(stations ...string) forecast {
	out := make(chan forecast)
	for _, s := range stations {
		go ask(s, out)
	}
	return <-out
}

func main() {
	for range 5 {
		f := first("north", "harbour", "airport")
		fmt.Println(f.station, f.degrees)
	}
	time.Sleep(100 * time.Millisecond)
	fmt.Println("goroutines:", runtime.NumGoroutine())
}
