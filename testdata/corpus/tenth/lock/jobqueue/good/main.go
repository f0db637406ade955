package main

import (
	"fmt"
	"log"
	"time"

	"tenth/lock/jobqueue/good/queue"
	"tenth/lock/jobqueue/good/thumbs"
)

func main() {
	q := queue.New(3, queue.Policy{Tries: 3, Delay: time.Millisecond})
	for i := range 20 {
		if err := q.Push(thumbs.NewJob(fmt.Sprintf("p%02d.png", i), i%5)); err != nil {
			log.Fatal(err)
		}
	}
	res := q.Close()
	fmt.Println(res.Done, "done")
	for id, err := range res.Failed {
		fmt.Println(id, err)
	}
	if err := q.Push(thumbs.NewJob("late.png", 0)); err != queue.ErrClosed {
		log.Fatal("late job: ", err)
	}
}
