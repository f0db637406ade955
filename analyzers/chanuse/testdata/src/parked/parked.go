// Command parked waits for ever on purpose, while goroutines work that never end.
package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		for {
			time.Sleep(time.Second)
			fmt.Println("tick")
		}
	}()
	<-make(chan struct{})
}
