// Package diskcache keeps computed bytes between two starts of the program:
// what dependencies look like (types) and what is known of them (facts).
//
// Entries are named by the hash of everything that they were computed from, so
// they are never wrong, only unused; a damaged one reads as missing. Several
// processes may share one cache. The package knows nothing of what the bytes mean.
package diskcache

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Env is the environment variable that moves the cache.
const Env = "INTERLEAVE_CACHE"

// Root returns the program's cache folder: $INTERLEAVE_CACHE, else "interleave"
// in the user's cache folder. The folder need not exist yet.
func Root() (string, error) {
	if dir := os.Getenv(Env); dir != "" {
		return filepath.Abs(dir)
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("no cache folder: %w; set %s to a folder that you may write to", err, Env)
	}
	return filepath.Join(dir, "interleave"), nil
}

// A Key names an entry.
type Key = [sha256.Size]byte

// A Cache is a folder of entries. A nil *Cache is valid and always empty.
// All methods may be called from any goroutine.
type Cache struct{ dir string }

const (
	// version is part of the path: another layout is another folder.
	version = "v1"
	// maxBytes is how much Trim leaves; trimEvery how often Open lets it run.
	maxBytes  = 512 << 20
	trimEvery = 24 * time.Hour
	// fresh is how old an entry's time stamp may be before a read renews it.
	fresh = time.Hour
)

// Open returns the cache below root and makes its folder. At most once a day
// it also throws out the entries that were not used for longest, when there
// are too many of them.
func Open(root string) (*Cache, error) {
	c := &Cache{dir: filepath.Join(root, version)}
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	stamp := filepath.Join(c.dir, "trimmed")
	if info, err := os.Stat(stamp); err != nil || time.Since(info.ModTime()) > trimEvery {
		if err := os.WriteFile(stamp, nil, 0o644); err != nil {
			return nil, fmt.Errorf("cache: %w", err)
		}
		c.trim(maxBytes)
	}
	return c, nil
}

func (c *Cache) path(kind string, key Key) string {
	name := hex.EncodeToString(key[:])
	return filepath.Join(c.dir, kind, name[:2], name)
}

// Get returns the entry, or false. The caller owns the bytes.
func (c *Cache) Get(kind string, key Key) ([]byte, bool) {
	if c == nil {
		return nil, false
	}
	path := c.path(kind, key)
	data, err := os.ReadFile(path)
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	sum := sha256.Sum256(data[sha256.Size:])
	if !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil, false // torn or damaged; the next Put replaces it
	}
	if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > fresh {
		now := time.Now()
		_ = os.Chtimes(path, now, now) // only steers trimming
	}
	return data[sha256.Size:], true
}

// Put stores the entry. It is written beside and renamed, so that a reader
// sees all of it or nothing.
func (c *Cache) Put(kind string, key Key, data []byte) error {
	if c == nil {
		return nil
	}
	path := c.path(kind, key)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	_, err = temp.Write(append(sum[:], data...))
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
		if _, statErr := os.Stat(path); statErr == nil {
			return nil // another process was faster, and has it open
		}
	}
	return err
}

// trim removes the least recently used entries until no more than limit bytes
// are left, and what dead processes left half-written.
func (c *Cache) trim(limit int64) {
	type entry struct {
		path string
		size int64
		used time.Time
	}
	var entries []entry
	var total int64
	_ = filepath.WalkDir(c.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil
		}
		if d.Name()[0] == '.' && time.Since(info.ModTime()) > trimEvery {
			_ = os.Remove(path)
			return nil
		}
		entries = append(entries, entry{path, info.Size(), info.ModTime()})
		total += info.Size()
		return nil
	})
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(a.used.Compare(b.used), cmp.Compare(a.path, b.path)) })
	for _, e := range entries {
		if total <= limit {
			return
		}
		if os.Remove(e.path) == nil {
			total -= e.size
		}
	}
}

// Clean removes the whole cache folder of the program and says how many bytes
// that freed.
func Clean(root string) (int64, error) {
	var freed int64
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			return err
		}
		if info, err := d.Info(); err == nil && info.Mode().IsRegular() {
			freed += info.Size()
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return freed, os.RemoveAll(root)
}

// WriteFile puts a file for people to read into the program's cache folder,
// below dir, and returns its path. A file of that name and size is left alone.
func WriteFile(dir, name string, text []byte) (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(root, dir)
	file := filepath.Join(dir, name)
	if info, err := os.Stat(file); err == nil && info.Size() == int64(len(text)) {
		return file, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	temp, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return "", err
	}
	_, err = temp.Write(text)
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
		return "", err
	}
	return file, nil
}
