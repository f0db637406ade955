package greetings

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

var names = []string{"Anna", "Ben", "Cleo"}

// write takes three seconds, by the clock of the test.
func write(name string) string {
	time.Sleep(3 * time.Second)
	return "Dear " + name
}

func TestEverybodyIsGreeted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		got := slices.Clone(All(names, write)) // as they are when All returns
		if want := []string{"Dear Anna", "Dear Ben", "Dear Cleo"}; !slices.Equal(got, want) {
			t.Errorf("All has returned, and the greetings are %q, want %q", got, want)
		}
		time.Sleep(time.Minute) // who is left behind comes to an end, and the next test has its turn
	})
}

func TestAllAtTheSameTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		All(names, write)
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("three greetings of 3s took %v together: they are written one after the other", took)
		}
		time.Sleep(time.Minute)
	})
}
