package main

import (
	"errors"
	"fmt"
	"time"
)

func divide(a, b int) (q int, err error) {
	done := make(chan bool)
	go func() {
		if b == 0 {
			err = errors.New("division by zero")
			done <- false
			return
		}
		q = a / b
		done <- true
	}()
	if !<-done {
		return 0, err
	}
	return q, nil
}

func slow() string {
	var text string
	fired := make(chan struct{})
	t := time.AfterFunc(time.Millisecond, func() {
		text = "late"
		close(fired)
	})
	if t.Stop() {
		text = "never"
		return text
	}
	<-fired
	return text
}

func main() {
	fmt.Println(divide(7, 2))
	fmt.Println(divide(7, 0))
	fmt.Println(slow())
}
