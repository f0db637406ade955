package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type ball struct {
	number int
	colour string
}

func (b ball) valid() error {
	if b.number < 1 || b.number > 49 {
		return fmt.Errorf("ball %d is not in the game", b.number)
	}
	if b.colour == "" {
		return errors.New("ball without colour")
	}
	return nil
}

type drum struct {
	balls []ball
	out   chan ball
	bad   chan error
}

func load(spec string) *drum {
	d := &drum{out: make(chan ball), bad: make(chan error)}
	for f := range strings.SplitSeq(spec, ",") {
		var b ball
		if _, err := fmt.Sscanf(f, "%d%s", &b.number, &b.colour); err != nil {
			b.colour = ""
		}
		d.balls = append(d.balls, b)
	}
	return d
}

// roll releases one ball.
func (d *drum) roll(b ball) {
	if err := b.valid(); err != nil {
		d.bad <- err
		return
	}
	d.out <- b
}

func (d *drum) draw() []ball {
	for _, b := range d.balls {
		go d.roll(b)
	}
	var got []ball
	for range d.balls {
		select {
		case b := <-d.out:
			got = append(got, b)
		case err := <-d.bad:
			fmt.Println("rejected:", err)
		}
	}
	sort.Slice(got, func(i, j int) bool { return got[i].number < got[j].number })
	return got
}

func main() {
	d := load("12red,7blue,33green,88red,41white")
	for _, b := range d.draw() {
		fmt.Println(b.number, b.colour)
	}
}
