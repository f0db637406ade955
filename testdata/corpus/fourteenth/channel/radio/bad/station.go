package radio

import "sync"

// Station sends messages to whoever is tuned in.
type Station struct {
	mu   sync.Mutex
	subs map[int]chan string
	last int
}

func New() *Station { return &Station{subs: make(map[int]chan string)} }

// Tune returns a number to leave with and a channel to listen on.
func (s *Station) Tune() (int, <-chan string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	ch := make(chan string, 4)
	s.subs[s.last] = ch
	return s.last, ch
}

// Leave ends a subscription.
func (s *Station) Leave(id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if ch, ok := s.subs[id]; ok {
		delete(s.subs, id)
		close(ch) // BUG: send-on-closed
	}
}

// Publish offers a message to everyone; slow listeners miss it.
func (s *Station) Publish(msg string) (delivered int) {
	s.mu.Lock()
	targets := make([]chan string, 0, len(s.subs))
	for _, ch := range s.subs {
		targets = append(targets, ch)
	}
	s.mu.Unlock()
	for _, ch := range targets {
		select {
		case ch <- msg: // BUG: send-on-closed
			delivered++
		default:
		}
	}
	return delivered
}
