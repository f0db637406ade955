// Package gallery makes small pictures of large ones.
package gallery

import "sync"

// A Resize makes a small picture of a file. It may take long.
type Resize func(file string) (thumbnail string)

// Thumbnails makes the small pictures of all files at once and returns them in
// the order of the files.
func Thumbnails(resize Resize, files []string) []string {
	thumbnails := make([]string, 0, len(files))
	var work sync.WaitGroup
	for _, file := range files {
		work.Go(func() {
			small := resize(file)
			thumbnails = append(thumbnails, small)
		})
	}
	work.Wait()
	return thumbnails
}
