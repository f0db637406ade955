package backup

import (
	"errors"
	"strings"
	"sync"
	"testing"
)

var (
	errFull = errors.New("disk full")
	errLost = errors.New("connection lost")
)

// The photos fail first; the letters go well, and are finished later.
func TestAnErrorIsNotForgotten(t *testing.T) {
	photos := make(chan struct{})
	var err error
	verdict := ends(func() {
		err = Run(func(folder string) error {
			if folder == "photos" {
				defer close(photos)
				return errFull
			}
			<-photos
			settle() // the goroutine of the photos stores its error, and ends
			return nil
		}, []string{"photos", "letters"})
	})
	if verdict != "" {
		t.Fatalf("the folders are not sent at the same time. %s", verdict)
	}
	if !errors.Is(err, errFull) || !strings.Contains(err.Error(), "photos") {
		t.Errorf("the photos failed with %q, the letters went well: Run = %v.\nThe photos are not saved and nobody hears of it.", errFull, err)
	}
}

func TestEveryErrorIsNamed(t *testing.T) {
	var both sync.WaitGroup
	both.Add(3)
	var err error
	verdict := ends(func() {
		err = Run(func(folder string) error {
			both.Done()
			both.Wait() // all of them have begun
			switch folder {
			case "photos":
				return errFull
			case "letters":
				return errLost
			}
			return nil
		}, []string{"photos", "letters", "music"})
	})
	if verdict != "" {
		t.Fatalf("the folders are not sent at the same time. %s", verdict)
	}
	for folder, want := range map[string]error{"photos": errFull, "letters": errLost} {
		if !errors.Is(err, want) || !strings.Contains(err.Error(), folder+": "+want.Error()) {
			t.Errorf("two folders failed. Run = %v;\nthat does not say %q", err, folder+": "+want.Error())
		}
	}
}

func TestSuccessIsNil(t *testing.T) {
	if err := Run(func(string) error { return nil }, []string{"photos", "letters"}); err != nil {
		t.Errorf("Run = %v, where every folder went well", err)
	}
	if err := Run(nil, nil); err != nil {
		t.Errorf("Run of no folders = %v", err)
	}
}

// Nobody stays behind, however many fail.
func TestManyFailures(t *testing.T) {
	before := goroutines()
	folders := make([]string, 50)
	if err := Run(func(string) error { return errLost }, folders); !errors.Is(err, errLost) {
		t.Errorf("50 folders failed: Run = %v", err)
	}
	if stuck := stillThere(before); stuck != "" {
		t.Errorf("Run has returned, and this goroutine stays for ever: %s", stuck)
	}
}
