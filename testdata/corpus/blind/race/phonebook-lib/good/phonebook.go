// Package phonebook is safe for concurrent use.
package phonebook

import (
	"sort"
	"strings"
	"sync"
)

type person struct {
	name, number string
}

// Book maps names to numbers.
type Book struct {
	sync.Mutex
	people map[string]person
	calls  uint64
}

// Set stores the number of a person.
func (b *Book) Set(name, number string) {
	b.Lock()
	defer b.Unlock()
	if b.people == nil {
		b.people = make(map[string]person)
	}
	b.people[strings.ToLower(name)] = person{name, number}
}

// Delete forgets a person.
func (b *Book) Delete(name string) {
	b.Lock()
	delete(b.people, strings.ToLower(name))
	b.Unlock()
}

// Number returns the number of a person, "" for an unknown one.
func (b *Book) Number(name string) string {
	b.Lock()
	defer b.Unlock()
	b.calls++
	return b.people[strings.ToLower(name)].number
}

// Contains tells whether a person is known.
func (b *Book) Contains(name string) bool {
	b.Lock()
	defer b.Unlock()
	_, ok := b.people[strings.ToLower(name)]
	return ok
}

// Names lists everybody.
func (b *Book) Names() []string {
	b.Lock()
	defer b.Unlock()
	names := make([]string, 0, len(b.people))
	for _, p := range b.people {
		names = append(names, p.name)
	}
	sort.Strings(names)
	return names
}
