package lessons

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// A course to begin with: one lesson, one example, one exercise, and a page that documents the format. All of
// it holds what it promises.
//
//go:embed begin
var beginning embed.FS

// Begin writes the beginning of a course into a folder that is empty or not there yet. title is the course's title, and
// its id is made from that; "" means the folder's name. The error says what is in the way.
func Begin(dir, title string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if title == "" {
		title = filepath.Base(dir)
	}
	id := plainName(title)
	if id == "" || strings.ContainsAny(title, "\"\\\n") {
		return fmt.Errorf("%q is no title for a course: use letters, without quotes and backslashes", title)
	}
	entries, err := os.ReadDir(dir)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case len(entries) > 0:
		return fmt.Errorf("%s is not empty: name a new or an empty folder", dir)
	}
	fill := strings.NewReplacer("{{id}}", id, "{{title}}", title)
	return fs.WalkDir(beginning, "begin", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(name, "begin")))
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		text, err := fs.ReadFile(beginning, name)
		if err != nil {
			return err
		}
		if ext := path.Ext(name); ext == ".md" || ext == ".toml" {
			text = []byte(fill.Replace(string(text)))
		}
		return os.WriteFile(target, text, 0o644)
	})
}

// plainName makes a plain name from a title: lower-case letters, digits and hyphens.
func plainName(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}
