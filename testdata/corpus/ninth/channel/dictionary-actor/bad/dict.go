// Package dict is a dictionary owned by one goroutine.
package dict

import "strings"

type request struct {
	word  string
	reply chan string
}

// Dict answers questions about words.
type Dict struct {
	requests chan request
	words    map[string]string
}

// New starts a dictionary.
func New(words map[string]string) *Dict {
	d := &Dict{requests: make(chan request), words: words}
	go d.loop()
	return d
}

func (d *Dict) loop() {
	for req := range d.requests {
		word := strings.ToLower(req.word)
		meaning, ok := d.words[word]
		if !ok {
			// try without the plural ending
			meaning, ok = d.words[strings.TrimSuffix(word, "s")]
		}
		if !ok {
			continue // BUG: recv-no-sender
		}
		req.reply <- meaning // BUG: recv-no-sender
	}
}

// Lookup returns the meaning of a word, or "" if there is none.
func (d *Dict) Lookup(word string) string {
	req := request{word: word, reply: make(chan string)} // BUG: recv-no-sender
	d.requests <- req
	return <-req.reply // BUG: recv-no-sender
}

// Close ends the dictionary.
func (d *Dict) Close() { close(d.requests) }
