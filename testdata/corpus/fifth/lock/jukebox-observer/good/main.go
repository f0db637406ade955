package main

import (
	"errors"
	"fmt"
	"os"

	"fifth/lock/jukebox-observer/good/player"
)

func main() {
	p := new(player.Player)
	var fees counter
	p.Observe(&fees)
	p.Observe(&banner{os.Stdout})
	w := newWish(p, "La Paloma")
	p.Enqueue("Sailing", "La Paloma", "Seemann")
	for {
		err := p.Next()
		if errors.Is(err, player.ErrSilence) {
			break
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	<-w.met
	fmt.Println(fees.n.Load(), "songs, last:", p.Now())
}
