package diskcache

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func key(text string) Key { return sha256.Sum256([]byte(text)) }

func TestEntriesComeBackAndDamagedOnesDoNot(t *testing.T) {
	root := t.TempDir()
	c, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Get("k", key("a")); ok {
		t.Error("an empty cache holds something")
	}
	for _, data := range [][]byte{[]byte("one"), {}, bytes.Repeat([]byte("x"), 1<<20)} {
		if err := c.Put("k", key("a"), data); err != nil {
			t.Fatal(err)
		}
		other, err := Open(root) // another process
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := other.Get("k", key("a")); !ok || !bytes.Equal(got, data) {
			t.Errorf("got %d bytes, %v", len(got), ok)
		}
	}
	path := c.path("k", key("a"))
	for _, damage := range []func() error{
		func() error { return os.Truncate(path, 1000) },
		func() error { return os.WriteFile(path, []byte("short"), 0o644) },
	} {
		if err := damage(); err != nil {
			t.Fatal(err)
		}
		if _, ok := c.Get("k", key("a")); ok {
			t.Error("a damaged entry is read")
		}
	}
}

func TestTheLeastRecentlyUsedGoFirst(t *testing.T) {
	c, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"old", "middle", "new"} {
		if err := c.Put("k", key(name), make([]byte, 1000)); err != nil {
			t.Fatal(err)
		}
		used := time.Now().Add(time.Duration(i-10) * time.Hour)
		if err := os.Chtimes(c.path("k", key(name)), used, used); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := c.Get("k", key("old")); !ok { // now it is the most recent
		t.Fatal("not there")
	}
	c.trim(2500)
	for name, want := range map[string]bool{"old": true, "middle": false, "new": true} {
		if _, ok := c.Get("k", key(name)); ok != want {
			t.Errorf("%s is there: %v, want %v", name, ok, want)
		}
	}
}

func TestNoCacheIsAnEmptyCache(t *testing.T) {
	var c *Cache
	if _, ok := c.Get("k", key("a")); ok || c.Put("k", key("a"), nil) != nil {
		t.Error("a nil cache holds something")
	}
	if _, err := Clean(filepath.Join(t.TempDir(), "nothing")); err != nil {
		t.Error(err)
	}
}
