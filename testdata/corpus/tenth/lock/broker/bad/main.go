package main

import (
	"fmt"
	"time"

	"tenth/lock/broker/bad/alert"
	"tenth/lock/broker/bad/broker"
)

func main() {
	b := broker.New()
	temp := alert.First(b, "temp")
	fan := alert.First(b, "fan")

	published := make(chan struct{})
	go func() {
		defer close(published)
		for i := range 12 {
			body := fmt.Sprintf("ok %d", i)
			if i == 4 {
				body = "bad 4"
			}
			for _, t := range []string{"temp", "fan"} {
				b.Publish(broker.Message{Topic: t, Body: body})
			}
			if i < 4 {
				time.Sleep(2 * time.Millisecond)
			}
		}
	}()

	fmt.Println("temp:", (<-temp).Body)
	fmt.Println("fan:", (<-fan).Body)
	<-published
	fmt.Println("delivered some:", b.Sent() > 0)
}
