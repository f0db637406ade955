// Package gallery makes small pictures of large ones.
package gallery

import "sync"

// A Resize makes a small picture of a file. It may take long.
type Resize func(file string) (thumbnail string)

// Thumbnails makes the small pictures of all files at once and returns them in
// the order of the files.
func Thumbnails(resize Resize, files []string) []string {
	thumbnails := make([]string, len(files))
	var work sync.WaitGroup
	for i, file := range files {
		work.Go(func() {
			thumbnails[i] = resize(file) // element i belongs to this goroutine
		})
	}
	work.Wait()
	return thumbnails
}
