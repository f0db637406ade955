package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"eleventh/context/poller/bad/depot"
)

var errNoDeparture = errors.New("no departure in time")

// nextDeparture watches a line until a bus shows the wanted status.
func nextDeparture(d *depot.Client, line, status string) (depot.Update, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 80*time.Millisecond)
	defer cancel()
	updates := d.Watch(ctx, line)
	for {
		select {
		case u := <-updates:
			if u.Status == status {
				return u, nil
			}
		case <-ctx.Done():
			return depot.Update{}, fmt.Errorf("line %s: %w", line, errNoDeparture)
		}
	}
}

func main() {
	d := depot.NewClient(3 * time.Millisecond)
	for _, line := range []string{"12", "40", "7", "N3"} {
		u, err := nextDeparture(d, line, "leaving")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		fmt.Printf("line %-3s leaves as run %d\n", u.Line, u.Run)
	}
}
