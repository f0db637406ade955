// Command thumbs makes thumbnails in three sizes for each photo.
package main

import (
	"fmt"
	"slices"
	"sync"
)

type gallery struct {
	mu    sync.Mutex
	names []string
}

func (g *gallery) keep(names ...string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.names = append(g.names, names...)
}

func main() {
	photos := []string{"sea.jpg", "sun.jpg", "dog.jpg"}
	perPhoto := make([][]string, len(photos))
	var g gallery
	var wg sync.WaitGroup
	for i, p := range photos {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var mine []string
			for _, size := range []string{"s", "m", "l"} {
				mine = append(mine, size+"_"+p)
				perPhoto[i] = append(perPhoto[i], size)
			}
			g.keep(mine...)
		}()
	}
	wg.Wait()
	slices.Sort(g.names)
	fmt.Println(g.names, perPhoto)
}
