// Package hub passes messages to those who asked for their topic.
package hub

// Message is a text on a topic.
type Message struct {
	Topic string
	Text  string
}

type request struct {
	topics []string
	out    chan Message
	ready  chan struct{}
}

// Hub owns the table of subscribers in one goroutine.
type Hub struct {
	subscribe chan request
	publish   chan Message
	stop      chan struct{}
	stopped   chan struct{}
	topics    map[string][]chan Message
}

// New makes a hub; Run must be called.
func New() *Hub {
	return &Hub{
		subscribe: make(chan request),
		publish:   make(chan Message),
		stop:      make(chan struct{}),
		stopped:   make(chan struct{}),
		topics:    make(map[string][]chan Message),
	}
}

// Run serves until Stop is called.
func (h *Hub) Run() {
	defer close(h.stopped)
	for {
		select {
		case r := <-h.subscribe:
			h.add(r)
		case m := <-h.publish:
			h.send(m)
		case <-h.stop:
			h.clear()
			return
		}
	}
}

func (h *Hub) add(r request) {
	for _, t := range r.topics {
		h.topics[t] = append(h.topics[t], r.out)
	}
	close(r.ready)
}

func (h *Hub) send(m Message) {
	for _, out := range h.topics[m.Topic] {
		out <- m
	}
}

// clear drops all subscribers.
func (h *Hub) clear() {
	for t := range h.topics {
		delete(h.topics, t) // BUG: range-never-closed
	}
}

// Subscribe returns a channel of messages on the topics.
func (h *Hub) Subscribe(topics ...string) <-chan Message {
	r := request{topics: topics, out: make(chan Message, 4), ready: make(chan struct{})} // BUG: range-never-closed
	h.subscribe <- r
	<-r.ready
	return r.out
}

// Publish sends a message to all subscribers of the topic.
func (h *Hub) Publish(topic, text string) {
	h.publish <- Message{topic, text}
}

// Stop ends the hub.
func (h *Hub) Stop() {
	close(h.stop)
	<-h.stopped
}
