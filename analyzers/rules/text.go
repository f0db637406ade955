package rules

import (
	"fmt"
	"strings"
)

//go:generate go test -run TestGeneratedText -update

// Table returns the catalogue as a Markdown table. Links are relative to dir,
// the folder of this package as seen from the page that shows the table.
func Table(dir string) string {
	var b strings.Builder
	b.WriteString("| rule | what it reports | at best | lesson |\n|---|---|---|---|\n")
	for _, r := range catalogue {
		fmt.Fprintf(&b, "| [%s](%s/%s.md) | %s | %s | %s |\n", r.Name, dir, r.Name, r.Summary, r.Best, r.Lesson)
	}
	return b.String()
}

// Header returns the generated head of a rule's page: title, summary and lesson.
func (r Rule) Header() string {
	return fmt.Sprintf("# %s\n\n**%s.** %s\n\nReported by the analyzer `%s`, at best as *%s*. Explained in the lesson [%s](../../lessons/%s).\n",
		r.Name, r.Title, r.Summary, r.Analyzer, r.Best, r.Lesson, r.Anchor())
}
