// Package othersdata has tests whose goroutines part ways by what other code tells them.
package othersdata

import (
	"os"
	"testing"
)

// What the other goroutine writes it writes only on some other machine.
func TestModes(t *testing.T) {
	n := 0
	done := make(chan bool)
	go func() {
		if os.Getenv("MODE") == "old" {
			n++
		}
		done <- true
	}()
	n++
	<-done
}

// The file is there: the goroutine and the test both count, whatever the file says.
func TestFiles(t *testing.T) {
	n := 0
	if _, err := os.ReadFile("testdata/input"); err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		n++ // want `^likely data race: the goroutine of .* writes n, which TestFiles writes at the same time \(captured-variable\)`
		done <- true
	}()
	n++
	<-done
}
