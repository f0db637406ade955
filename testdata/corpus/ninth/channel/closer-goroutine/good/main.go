package main

import (
	"fmt"
	"sync"
	"time"
)

type bee struct {
	id    int
	trips int
}

func (b *bee) collect(honey chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := 0; i < b.trips; i++ {
		time.Sleep(50 * time.Microsecond)
		honey <- b.id
	}
}

type hive struct {
	bees []*bee
	stop sync.Once
	rain chan struct{}
}

func (h *hive) startRain() {
	h.stop.Do(func() { close(h.rain) })
}

func (h *hive) harvest() <-chan int {
	honey := make(chan int)
	var wg sync.WaitGroup
	wg.Add(len(h.bees))
	for _, b := range h.bees {
		go b.collect(honey, &wg)
	}
	go func() {
		wg.Wait()
		close(honey)
	}()
	return honey
}

func main() {
	h := &hive{rain: make(chan struct{})}
	defer h.startRain()
	for i := range 4 {
		h.bees = append(h.bees, &bee{id: i, trips: 5 + i})
	}
	honey, drops := h.harvest(), 0
	for honey != nil {
		select {
		case _, ok := <-honey:
			if !ok {
				honey = nil
				continue
			}
			drops++
			if drops >= 20 {
				h.startRain()
			}
		case <-h.rain:
			for range honey {
				drops++
			}
			honey = nil
		}
	}
	fmt.Println(drops, "drops")
}
