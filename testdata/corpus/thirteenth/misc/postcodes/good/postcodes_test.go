package postcodes

import "testing"

func TestTown(t *testing.T) {
	f := new(Finder)
	answers := make(chan string)
	codes := []string{"1010", "3011", "8001", "9999"}
	for _, c := range codes {
		go func() {
			town, _ := f.Town(c)
			answers <- town
		}()
	}
	n := 0
	for range codes {
		n += len(<-answers)
	}
	if n != len("ViennaBerneZurich") || f.loads != 1 {
		t.Error(n, f.loads)
	}
}
