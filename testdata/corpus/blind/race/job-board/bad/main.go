package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

func main() {
	b := NewBoard(2)
	for i := range 6 {
		b.Add(fmt.Sprint("job-", i), func() error {
			time.Sleep(time.Millisecond)
			if i == 3 {
				return errors.New("out of paper")
			}
			return nil
		})
	}
	for b.Count(Waiting) > 0 {
		fmt.Fprintln(os.Stderr, b)
		time.Sleep(500 * time.Microsecond)
	}
	b.Close()
	fmt.Print(b)
}
