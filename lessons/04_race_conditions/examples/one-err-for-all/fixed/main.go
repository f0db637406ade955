// Two uploads, each with an error of its own; Join puts them together after Wait.
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
	var photos, letters error
	var wg sync.WaitGroup
	wg.Go(func() { photos = upload("photos") })
	wg.Go(func() { letters = upload("letters") })
	wg.Wait()
	return errors.Join(photos, letters)
}

func upload(folder string) error {
	if folder == "photos" {
		return errors.New("photos: disk full")
	}
	time.Sleep(100 * time.Millisecond) // many letters
	return nil
}
