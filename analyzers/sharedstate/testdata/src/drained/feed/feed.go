// Package feed hands on what was published.
package feed

type Feed interface {
	Publish(text string)
	Subscribe() <-chan string
}

func New() Feed { return nil }

// Read receives so many texts.
func Read(texts <-chan string, n int) (list []string) {
	for len(list) < n {
		list = append(list, <-texts)
	}
	return list
}

func Log(text string) {}
