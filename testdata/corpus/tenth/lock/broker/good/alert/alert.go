// Package alert waits for the first bad reading on a topic.
package alert

import (
	"strings"

	"tenth/lock/broker/good/broker"
)

// Source is where readings come from.
type Source interface {
	Subscribe(topic string, size int) *broker.Subscription
}

// First returns the first message whose body has the prefix "bad". The
// empty message means that the topic ended.
func First(src Source, topic string) <-chan broker.Message {
	out := make(chan broker.Message, 1)
	sub := src.Subscribe(topic, 32)
	go func() {
		defer close(out)
		defer sub.Cancel()
		for m := range sub.C {
			if strings.HasPrefix(m.Body, "bad") {
				out <- m
				return
			}
		}
	}()
	return out
}
