// Package crawl visits the pages of a site.
package crawl

// Links returns the pages that a page links to.
type Links func(page string) []string

// All returns every page that can be reached from a first one, in the order in
// which they are found. No page is visited twice.
func All(links Links, first string) []string {
	found := []string{first}
	seen := map[string]bool{first: true}
	for i := 0; i < len(found); i++ { // found is the queue: what comes after i waits to be visited
		for _, next := range links(found[i]) {
			if !seen[next] {
				seen[next] = true
				found = append(found, next)
			}
		}
	}
	return found
}
