// Package disk looks for files.
package disk

// A Disk knows what is in a folder: names that end in "/" are folders.
type Disk interface {
	List(folder string) (names []string)
}

// walk sends the path of every file below a folder.
func walk(disk Disk, root string) <-chan string {
	files := make(chan string)
	go func() {
		defer close(files)
		folders := []string{root}
		for len(folders) > 0 {
			folder := folders[0]
			folders = folders[1:]
			for _, name := range disk.List(folder) {
				if name[len(name)-1] == '/' {
					folders = append(folders, folder+name)
				} else {
					files <- folder + name
				}
			}
		}
	}()
	return files
}

// Find returns the first file whose path is wanted; ok is false when there is none.
func Find(disk Disk, root string, wanted func(path string) bool) (path string, ok bool) {
	for path := range walk(disk, root) {
		if wanted(path) {
			return path, true
		}
	}
	return "", false
}
