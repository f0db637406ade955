// segstore: append-only store split into fixed-size segments (in memory).
package main

import (
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"strings"
	"sync"
	"time"
)

var (
	errSegmentFull = errors.New("segment full")
	errTransient   = errors.New("device busy")
	errTooLarge    = errors.New("record too large")
)

type device interface {
	write(p []byte) error
}

// flaky refuses every nth write.
type flaky struct{ n, count int }

func (f *flaky) write([]byte) error {
	f.count++
	if f.n > 0 && f.count%f.n == 0 {
		return errTransient
	}
	return nil
}

type segment struct {
	id   int
	data []byte
}

type location struct{ seg, off, size int }

type store struct {
	mu     sync.Mutex
	dev    device
	segs   []*segment
	keydir map[string]location
	limit  int
}

func open(dev device, limit int) *store {
	return &store{dev: dev, limit: limit, segs: []*segment{{}}, keydir: map[string]location{}}
}

func (s *store) active() *segment { return s.segs[len(s.segs)-1] }

func (s *store) appendRecord(key string, rec []byte) error {
	seg := s.active()
	switch {
	case len(rec) > s.limit:
		return errTooLarge
	case len(seg.data)+len(rec) > s.limit:
		return errSegmentFull
	}
	if err := s.dev.write(rec); err != nil {
		return err
	}
	s.keydir[key] = location{seg.id, len(seg.data), len(rec)}
	seg.data = append(seg.data, rec...)
	return nil
}

func encode(key, val string) []byte {
	body := key + "=" + val
	return fmt.Appendf(nil, "%08x %s\n", crc32.ChecksumIEEE([]byte(body)), body)
}

func (s *store) put(key, val string) error {
	rec := encode(key, val)
	for try := 0; ; try++ {
		s.mu.Lock()
		err := s.appendRecord(key, rec)
		if err == nil {
			s.mu.Unlock()
			return nil
		}
		if errors.Is(err, errSegmentFull) {
			s.segs = append(s.segs, &segment{id: len(s.segs)})
			s.mu.Unlock()
			continue
		}
		if !errors.Is(err, errTransient) || try > 3 {
			s.mu.Unlock()
			return fmt.Errorf("put %q: %w", key, err)
		}
		s.mu.Unlock()
		time.Sleep(time.Millisecond << try)
	}
}

func (s *store) get(key string) (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	loc, ok := s.keydir[key]
	if !ok {
		return "", false
	}
	raw := string(s.segs[loc.seg].data[loc.off : loc.off+loc.size])
	_, val, _ := strings.Cut(strings.TrimSuffix(raw, "\n"), "=")
	return val, true
}

func main() {
	st := open(&flaky{n: 7}, 128)
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Go(func() {
			for i := range 10 {
				val := strings.Repeat("v", i*15)
				if err := st.put(fmt.Sprintf("w%d/%d", w, i), val); err != nil {
					fmt.Fprintln(os.Stderr, err)
				}
			}
		})
	}
	wg.Wait()
	_, ok := st.get("w1/3")
	fmt.Println("segments:", len(st.segs) > 1, "found:", ok)
}
