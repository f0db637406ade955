package main

import (
	"fmt"
	"slices"
	"sync"
)

type member struct {
	nick  string
	pings int
}

type lobby struct {
	sync.RWMutex
	members map[string]*member
}

func (l *lobby) join(nick string) {
	l.Lock()
	defer l.Unlock()
	if _, ok := l.members[nick]; !ok {
		l.members[nick] = &member{nick: nick}
	}
}

func (l *lobby) ping(nick string) bool {
	l.RLock() // BUG: rlock-write
	defer l.RUnlock()
	m, ok := l.members[nick]
	if ok {
		m.pings++ // BUG: rlock-write
	}
	return ok
}

func (l *lobby) lively(least int) []string {
	l.RLock()
	defer l.RUnlock()
	var names []string
	for _, m := range l.members {
		if m.pings >= least { // BUG: rlock-write
			names = append(names, m.nick)
		}
	}
	slices.Sort(names)
	return names
}

func main() {
	room := &lobby{members: make(map[string]*member)}
	nicks := []string{"ada", "bo", "cy"}
	for _, n := range nicks {
		room.join(n)
	}
	var wg sync.WaitGroup
	for tab := range 6 {
		wg.Add(1)
		go func(nick string) {
			defer wg.Done()
			for range 100 {
				room.ping(nick)
			}
		}(nicks[tab%3])
	}
	for range 10 {
		_ = room.lively(50)
	}
	wg.Wait()
	fmt.Println(room.lively(200))
}
