package session

import "time"

func (s *Store) sweepLoop() {
	defer close(s.done)
	t := time.NewTicker(s.opts.Every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			s.sweep(s.opts.Now())
		case <-s.stop:
			return
		}
	}
}

func (s *Store) sweep(now time.Time) (removed int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, sess := range s.sessions {
		if sess.idle(now) > s.opts.MaxIdle { // BUG: data-race
			delete(s.sessions, id)
			removed++
		}
	}
	return removed
}
