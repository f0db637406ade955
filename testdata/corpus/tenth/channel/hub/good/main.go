package main

import (
	"fmt"
	"time"

	"tenth/channel/hub/good/conn"
	"tenth/channel/hub/good/hub"
)

func main() {
	h := hub.New()
	fast := conn.New(0)
	slow := conn.New(20 * time.Millisecond)
	brief := conn.New(time.Millisecond)
	h.Join(fast)
	h.Join(slow)
	b := h.Join(brief)
	for i := range 20 {
		if i == 5 {
			b.Leave()
		}
		h.Post(fmt.Sprintf("tick %d", i))
		time.Sleep(2 * time.Millisecond)
	}
	h.Stop()
	fmt.Println("fast got", fast.Received(), "messages")
	fmt.Println("slow got some:", slow.Received() > 0)
}
