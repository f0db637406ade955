// Command mailer sends letters slowly and tries again when a letter fails.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errBusy = errors.New("server is busy")

func deliver(to string, attempt int) error {
	if attempt < len(to)%3 {
		return errBusy
	}
	return nil
}

func deliverWithRetry(to string) error {
	pause := time.Millisecond
	var err error
	for attempt := range 4 {
		if err = deliver(to, attempt); err == nil {
			return nil
		}
		time.Sleep(pause)
		pause *= 2
	}
	return err
}

func main() {
	list := []string{"ann@example.org", "bo@example.org", "cid@example.com"}
	errs := make([]error, len(list))
	var wg sync.WaitGroup
	for i, to := range list {
		wg.Go(func() { errs[i] = deliverWithRetry(to) })
		time.Sleep(2 * time.Millisecond) // not more than 500 letters a second
	}
	wg.Wait()
	fmt.Println(errors.Join(errs...))
}
