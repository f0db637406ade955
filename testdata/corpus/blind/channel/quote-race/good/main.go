package main

import (
	"fmt"
	"time"
)

type quote struct {
	broker string
	price  int
}

var brokers = []struct {
	name  string
	delay time.Duration
	price int
}{
	{"slow & sons", 30 * time.Millisecond, 99},
	{"quick inc", time.Millisecond, 101},
	{"middle ltd", 15 * time.Millisecond, 100},
}

func ask() quote {
	ch := make(chan quote, len(brokers))
	for _, b := range brokers {
		go func() {
			time.Sleep(b.delay)
			ch <- quote{b.name, b.price}
		}()
	}
	return <-ch
}

func main() {
	q := ask()
	fmt.Println(q.broker, q.price)
	time.Sleep(60 * time.Millisecond)
}
