// Package mill computes checksums of many files with a few workers.
package mill

// A Sum computes the checksum of a file.
type Sum func(file string) string

type result struct {
	index int
	sum   string
}

// workers is how many checksums are computed at the same time: as many files as
// the disk can read without getting slower.
const workers = 4

// Sums computes the checksums of all files with a few workers that share the
// work, and returns them in the order of the files.
func Sums(sum Sum, files []string) []string {
	jobs := make(chan int)
	results := make(chan result)
	for range workers {
		go func() {
			for i := range jobs {
				results <- result{i, sum(files[i])}
				if i == len(files)-1 {
					close(jobs)
				}
			}
		}()
	}
	go func() {
		for i := range files {
			jobs <- i
		}
	}()

	sums := make([]string, len(files))
	for range files {
		r := <-results
		sums[r.index] = r.sum
	}
	return sums
}
