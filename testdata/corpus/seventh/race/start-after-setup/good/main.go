// Command relay passes messages on to the sinks of their topics.
package main

import (
	"fmt"
	"os"
	"strings"
	"sync/atomic"
)

func main() {
	var news, sports atomic.Int64
	count := func(n *atomic.Int64) Sink {
		return func(m Message) error {
			if !strings.HasPrefix(m.Body, "RELAY") {
				return fmt.Errorf("odd message %q", m.Body)
			}
			n.Add(1)
			return nil
		}
	}
	r := New("relay").
		Workers(3).
		Use(func(m Message) Message {
			m.Body = strings.ToUpper(m.Body)
			return m
		}).
		To("news", count(&news)).
		To("sports", count(&sports))
	r.Start()
	for i := range 40 {
		r.Send("News", fmt.Sprint("item ", i))
		r.Send("SPORTS", fmt.Sprint("game ", i))
	}
	r.Send("weather", "rain")
	errs := r.Stop()
	if news.Load() != 40 || sports.Load() != 40 || len(errs) != 1 {
		fmt.Println("lost something:", errs)
		os.Exit(1)
	}
	fmt.Println(errs)
}
