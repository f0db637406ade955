package newsbus

import "testing"

type headline struct {
	topic, text string
}

func TestDelivery(t *testing.T) {
	b := New[headline]()
	news, stop := b.Subscribe()
	b.Publish(headline{"weather", "rain"})
	b.Publish(headline{"sports", "draw"})
	stop()
	stop()
	b.Publish(headline{"weather", "sun"})

	var got []string
	for h := range news {
		got = append(got, h.text)
	}
	if len(got) != 2 || got[0] != "rain" || got[1] != "draw" {
		t.Fatalf("got %v", got)
	}
}

func TestBacklog(t *testing.T) {
	b := New[int](WithBacklog(3))
	ch, stop := b.Subscribe()
	done := make(chan int)
	go func() {
		for i := range 10 {
			b.Publish(i)
		}
		close(done)
	}()
	<-done
	stop()
	n := 0
	for range ch {
		n++
	}
	if n != 3 || b.Dropped() != 7 {
		t.Fatalf("%d delivered, %d dropped", n, b.Dropped())
	}
}
