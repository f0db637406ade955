// Package printing shares a few printers among many documents.
package printing

import "errors"

// ErrEmpty says that a document has no pages.
var ErrEmpty = errors.New("the document is empty")

// A Document can be printed.
type Document struct {
	Title string
	Pages int
}

// An Office has a number of printers.
type Office struct {
	print  func(Document) error // prints one document; may fail
	places chan struct{}        // one value in it for each printer that is in use
}

// NewOffice returns an office with so many printers.
func NewOffice(printers int, print func(Document) error) *Office {
	return &Office{print: print, places: make(chan struct{}, printers)}
}

// Print waits for a free printer and prints a document.
func (o *Office) Print(d Document) error {
	o.places <- struct{}{}
	if d.Pages == 0 {
		return ErrEmpty
	}
	<-o.places
	return o.print(d)
}
