package main

import (
	"errors"
	"fmt"
	"os"
	"sync"

	"fifth/race/guestbook-actor/good/desk"
)

func stay(d *desk.Desk, name string, nights int) error {
	room, err := d.CheckIn(name, nights)
	if err != nil {
		return err
	}
	g, err := d.CheckOut(room)
	if err != nil {
		return err
	}
	g.Nights++ // one on the house
	if g.Nights != nights+1 {
		return fmt.Errorf("%s: %d nights", g.Name, g.Nights)
	}
	return nil
}

func main() {
	d := desk.Open("101", "102", "201", "202")
	names := []string{"Ulla", "Vera", "Willy", "Xaver"}
	errs := make([]error, len(names))
	var wg sync.WaitGroup
	for i, n := range names {
		wg.Go(func() {
			for k := range 25 {
				if err := stay(d, n, k); err != nil {
					errs[i] = err
					return
				}
			}
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lines, _ := d.Log()
	d.Close()
	_, err := d.CheckIn("late", 1)
	fmt.Println(len(lines), "lines,", err)
}
