// Package broker calls its subscribers, as often as it likes.
package broker

type Client interface {
	Subscribe(topic string, handler func(string))
}

func Dial() Client { return nil }

// Drain receives from a channel until it has enough.
func Drain(texts <-chan string, enough int) (list []string) {
	for text := range texts {
		if list = append(list, text); len(list) == enough {
			break
		}
	}
	return list
}
