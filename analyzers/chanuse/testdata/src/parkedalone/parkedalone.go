// Command parkedalone waits for ever although nobody is left who works.
package main

import (
	"fmt"
	"time"
)

func main() {
	for i := range 2 {
		go func() {
			time.Sleep(time.Second)
			fmt.Println("done", i)
		}()
	}
	park()
}

func park() {
	select {} // want `deadlock: this select has no case and no other goroutine is left: the runtime ends the program \(empty-select\)`
}
