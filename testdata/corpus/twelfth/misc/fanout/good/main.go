package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"twelfth/misc/fanout/good/bus"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()

	var b bus.Bus
	seen := make([]int, 4)
	dones := make([]<-chan struct{}, len(seen))
	for i := range seen {
		lctx := ctx
		if i == 3 {
			var stop context.CancelFunc
			lctx, stop = context.WithTimeout(ctx, 2*time.Millisecond)
			defer stop()
		}
		dones[i] = b.Listen(lctx, func(m bus.Message) bool {
			seen[i]++
			return m.Topic != "quit" && (i != 2 || seen[i] < 10)
		})
	}

	var wg sync.WaitGroup
	for p := range 3 {
		wg.Go(func() {
			for n := range 50 {
				if err := b.Send(ctx, bus.Message{Topic: "news", Body: fmt.Sprint(p, "/", n)}); err != nil {
					fmt.Println("send:", err)
					return
				}
			}
		})
	}
	wg.Wait()
	if err := b.Send(ctx, bus.Message{Topic: "quit"}); err != nil {
		fmt.Println("quit:", err)
	}
	for _, d := range dones {
		<-d
	}
	left, sent := b.Stats()
	fmt.Println(seen[0], seen[1], seen[2], seen[3] <= 151, left, sent)
}
