package printing

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

var errPaper = errors.New("paper jam")

func TestDocumentsArePrinted(t *testing.T) {
	var printed []string
	o := NewOffice(1, func(d Document) error {
		printed = append(printed, d.Title)
		return nil
	})
	finish(t, func() {
		for _, title := range []string{"letter", "poem"} {
			if err := o.Print(Document{title, 1}); err != nil {
				t.Errorf("Print(%s) = %v", title, err)
			}
		}
	})
	if fmt.Sprint(printed) != "[letter poem]" {
		t.Errorf("printed were %v", printed)
	}
}

// However many documents fail, the next one finds a printer.
func TestAFailureGivesThePrinterBack(t *testing.T) {
	for _, c := range []struct {
		name string
		bad  Document
		want error
	}{
		{"an empty document", Document{"nothing", 0}, ErrEmpty},
		{"a paper jam", Document{"jam", 1}, errPaper},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := NewOffice(2, func(d Document) error {
				if d.Title == "jam" {
					return errPaper
				}
				return nil
			})
			for i := range 30 {
				verdict := ends(func() {
					if err := o.Print(c.bad); !errors.Is(err, c.want) {
						t.Errorf("Print = %v, want %v", err, c.want)
					}
				})
				if verdict != "" {
					t.Fatalf("of two printers none is in use, %d documents have failed, and the next one waits for ever. %s", i, verdict)
				}
			}
			if verdict := ends(func() { _ = o.Print(Document{"letter", 1}) }); verdict != "" {
				t.Fatalf("30 documents have failed, and a good one waits for ever. %s", verdict)
			}
		})
	}
}

// Two printers print at the same time, and a third document waits.
func TestAsManyAsThereArePrinters(t *testing.T) {
	var mu sync.Mutex // guards busy and peak
	busy, peak := 0, 0
	change := func(by int) {
		mu.Lock()
		defer mu.Unlock()
		busy += by
		peak = max(peak, busy)
	}
	release := make(chan struct{})
	o := NewOffice(2, func(Document) error {
		change(+1)
		defer change(-1)
		<-release
		return nil
	})
	before := goroutines()
	done := make(chan struct{})
	go func() {
		defer close(done)
		var people sync.WaitGroup
		for range 5 {
			people.Go(func() {
				if err := o.Print(Document{"letter", 1}); err != nil {
					t.Error(err)
				}
			})
		}
		people.Wait()
	}()
	untilDone(done, before) // all of them print, or wait
	mu.Lock()
	if busy != 2 {
		t.Errorf("the office has two printers and five documents, and prints %d at the same time", busy)
	}
	mu.Unlock()
	close(release)
	finish(t, func() { <-done })
	if peak > 2 {
		t.Errorf("%d documents were printed at the same time, on two printers", peak)
	}
}
