package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"fifth/race/leaderboard-top/bad/board"
	"fifth/race/leaderboard-top/bad/render"
)

type row board.Entry

func (r row) Name() string { return r.Player }
func (r row) Score() int   { return r.Points }

func draw(w io.Writer, title string, es []board.Entry) error {
	rows := make([]row, 0, len(es))
	for _, e := range es { // BUG: guarded-escape
		rows = append(rows, row(e)) // BUG: guarded-escape
	}
	return render.Table(w, title, rows)
}

type player struct {
	name string
	gain int
}

func (p player) play(b *board.Board, rounds int) {
	for range rounds {
		if err := b.Submit(p.name, p.gain); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		time.Sleep(100 * time.Microsecond)
	}
}

func main() {
	b := board.New(10)
	var games sync.WaitGroup
	for _, p := range []player{{"zoe", 11}, {"yan", 12}, {"xia", 13}, {"wim", 9}} {
		games.Add(1)
		go func() {
			defer games.Done()
			p.play(b, 40)
		}()
	}
	// the live view of the hall's screen
	for range 20 {
		if err := draw(io.Discard, "live", b.Top(3)); err != nil { // BUG: guarded-escape
			fmt.Fprintln(os.Stderr, err)
		}
		time.Sleep(200 * time.Microsecond)
	}
	games.Wait()
	if err := draw(os.Stdout, "final", b.Top(b.Len())); err != nil {
		os.Exit(1)
	}
}
