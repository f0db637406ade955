// A question with a deadline. When the deadline passes, nobody receives the
// answer any more, and the goroutine that has it waits for ever.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"time"
)

func main() {
	for range 5 {
		_, err := ask(10 * time.Millisecond)
		fmt.Println(err)
	}
	time.Sleep(time.Second) // by now every slowAnswer has returned
	fmt.Println("goroutines besides main:", runtime.NumGoroutine()-1)
}

var errTooLate = errors.New("no answer in time")

func ask(limit time.Duration) (string, error) {
	answer := make(chan string)
	go func() { answer <- slowAnswer() }()
	select {
	case a := <-answer:
		return a, nil
	case <-time.After(limit):
		return "", errTooLate
	}
}

func slowAnswer() string {
	time.Sleep(300 * time.Millisecond)
	return "42"
}
