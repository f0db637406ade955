package survey

import (
	"fmt"
	"maps"
	"sync"
	"testing"
)

func TestOneAnswerEach(t *testing.T) {
	got := All(func(string) []string { return []string{"tea"} }, []string{"Anna", "Ben"})
	if got["tea"] != 2 {
		t.Errorf("two people said tea, and All counts %d", got["tea"])
	}
}

func TestAnswersAreCounted(t *testing.T) {
	finish(t, func() {
		got := All(func(person string) []string {
			switch person {
			case "Anna":
				return []string{"tea", "water"}
			case "Ben":
				return []string{"tea"}
			}
			return nil
		}, []string{"Anna", "Ben", "Cleo"})
		if want := map[string]int{"tea": 2, "water": 1}; !maps.Equal(got, want) {
			t.Errorf("All = %v, want %v", got, want)
		}
		if got := All(nil, nil); len(got) != 0 {
			t.Errorf("All of nobody = %v", got)
		}
	})
}

// People have much to say.
func TestManyAnswers(t *testing.T) {
	finish(t, func() {
		var people []string
		for i := range 20 {
			people = append(people, fmt.Sprint(i))
		}
		got := All(func(string) []string {
			var all []string
			for range 300 {
				all = append(all, "tea")
			}
			return all
		}, people)
		if got["tea"] != 6000 {
			t.Errorf("20 people said tea 300 times each, and All counts %d", got["tea"])
		}
	})
}

func TestEverybodyIsAskedAtTheSameTime(t *testing.T) {
	var here sync.WaitGroup
	here.Add(3)
	verdict := ends(func() {
		All(func(string) []string {
			here.Done()
			here.Wait() // until all three are being asked
			return nil
		}, []string{"Anna", "Ben", "Cleo"})
	})
	if verdict != "" {
		t.Errorf("three people are not asked at the same time. %s", verdict)
	}
}
