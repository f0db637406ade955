// Command thumbs makes thumbnails of photos.
package main

import (
	"fmt"
	"sync"
)

func keep(list *[]string, name string) {
	*list = append(*list, name) // BUG
}

func shrink(photo string, list *[]string) {
	keep(list, "thumb_"+photo)
}

func main() {
	var (
		wg     sync.WaitGroup
		thumbs []string
	)
	for _, p := range []string{"sea.jpg", "sun.jpg", "dog.jpg"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			shrink(p, &thumbs)
		}()
	}
	wg.Wait()
	fmt.Println(len(thumbs), "thumbnails")
}
