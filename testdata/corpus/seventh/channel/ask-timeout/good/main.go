// Command oracle answers questions that may take too long.
package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

// sage thinks longer about long questions.
type sage struct{}

func (sage) Think(q string) (string, error) {
	time.Sleep(time.Duration(len(q)) * time.Millisecond)
	if q == "" {
		return "", errors.New("no question")
	}
	return "42", nil
}

func main() {
	o := New(sage{})
	var wg sync.WaitGroup
	for _, q := range []string{"why", " what is the meaning of all this", "", "who"} {
		wg.Go(func() {
			patience := 5 * time.Second
			if len(q) > 20 {
				patience = 2 * time.Millisecond
			}
			a, err := o.Ask(q, patience)
			if err == nil && a != "42" {
				fmt.Println("strange answer", a)
				os.Exit(1)
			}
		})
	}
	wg.Wait()
	wg.Go(o.Close)
	wg.Go(o.Close)
	wg.Wait()
	_, err := o.Ask("again", time.Second)
	fmt.Println(err)
}
