// Two uploads share the variable err. One of them fails, and nobody hears of it.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

func main() {
	fmt.Println("backup:", backup())
}

func backup() error {
	var err error
	var wg sync.WaitGroup
	wg.Go(func() { err = upload("photos") })
	wg.Go(func() { err = upload("letters") })
	wg.Wait()
	return err
}

func upload(folder string) error {
	if folder == "photos" {
		return errors.New("photos: disk full")
	}
	time.Sleep(100 * time.Millisecond) // many letters
	return nil
}
