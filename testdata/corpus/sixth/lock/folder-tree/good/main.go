package main

import (
	"fmt"
	"sync"
)

// folder is a node of a tree that counts sizes.
type folder struct {
	mu       sync.Mutex
	name     string
	parent   *folder
	children []*folder
	own      int
	total    int
	readOnly bool
}

func (f *folder) sub(name string) *folder {
	c := &folder{name: name, parent: f}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.children = append(f.children, c)
	return c
}

// grow adds n bytes to a folder and all above it.
func (f *folder) grow(n int) bool {
	f.mu.Lock()
	if f.readOnly {
		f.mu.Unlock()
		return false
	}
	f.own += n
	f.total += n
	f.mu.Unlock()
	if f.parent != nil {
		f.parent.grewBelow(n)
	}
	return true
}

func (f *folder) grewBelow(n int) {
	f.mu.Lock()
	f.total += n
	f.mu.Unlock()
	if f.parent != nil {
		f.parent.grewBelow(n)
	}
}

// freeze makes a whole tree read-only.
func (f *folder) freeze(on bool) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.readOnly = on
	n := 1
	for _, c := range f.children {
		n += c.freeze(on)
	}
	return n
}

func (f *folder) size() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.total
}

type user struct {
	home    *folder
	written int
	refused int
}

func (u *user) work(rounds int) {
	for i := range rounds {
		if u.home.grow(i % 7) {
			u.written++
		} else {
			u.refused++
		}
	}
}

type admin struct {
	root   *folder
	frozen int
}

func (a *admin) work(rounds int) {
	for i := range rounds {
		a.frozen = a.root.freeze(i%2 == 0)
	}
}

func main() {
	root := &folder{name: "/"}
	home := root.sub("home")
	users := []*user{{home: home.sub("ann")}, {home: home.sub("bob")}, {home: home.sub("cid")}}
	boss := &admin{root: root}
	var wg sync.WaitGroup
	for _, u := range users {
		wg.Add(1)
		go func() {
			defer wg.Done()
			u.work(20000)
		}()
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		boss.work(20000)
	}()
	wg.Wait()
	for _, u := range users {
		fmt.Println(u.home.name, u.written+u.refused, u.home.size())
	}
	fmt.Println(root.size() > 0, boss.frozen)
}
