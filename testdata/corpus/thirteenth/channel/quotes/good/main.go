package main

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

type offer struct {
	broker string
	cents  int
}

func ask(broker string, item string) offer {
	return offer{broker, 100*len(broker) + len(item)}
}

// quickest returns whichever offer arrives first.
func quickest(item string, brokers ...string) offer {
	offers := make(chan offer, len(brokers))
	for _, b := range brokers {
		go func() {
			offers <- ask(b, item)
		}()
	}
	return <-offers
}

func main() {
	before := runtime.NumGoroutine()
	for _, item := range []string{"tea", "coffee", "sugar"} {
		o := quickest(item, "north", "lowlands", "harbour")
		fmt.Println(item, o.cents > 0)
	}
	time.Sleep(100 * time.Millisecond)
	if n := runtime.NumGoroutine() - before; n > 0 {
		fmt.Println("goroutines still running:", n)
		os.Exit(1)
	}
}
