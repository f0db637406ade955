// Package crawl visits the pages of a site.
package crawl

// Links returns the pages that a page links to.
type Links func(page string) []string

// queued is how many pages wait to be visited.
const queued = 4

// All returns every page that can be reached from a first one, in the order in
// which they are found. No page is visited twice.
func All(links Links, first string) []string {
	queue := make(chan string, queued)
	found := []string{first}
	seen := map[string]bool{first: true}

	queue <- first
	for waiting := 1; waiting > 0; waiting-- {
		page := <-queue
		for _, next := range links(page) {
			if seen[next] {
				continue
			}
			select {
			case queue <- next:
				seen[next] = true
				found = append(found, next)
				waiting++
			default:
			}
		}
	}
	return found
}
