package session

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A hash names a piece of content.
type hash = [sha256.Size]byte

// MaxFile is the size in bytes above which a file is not read: nothing that a
// person writes is as long.
const MaxFile = 8 << 20

// A Buffer is the text of a document that is open in an editor. It is immutable.
type Buffer struct {
	Content []byte
	Version int32
	sum     hash
}

// Buffers are the open documents at one moment, by key: the cleaned absolute
// path of a file, or the client's URI for what is no file ("untitled:..."). An
// immutable snapshot: With and Without return a changed copy.
type Buffers struct{ byKey map[string]*Buffer }

// With returns the buffers with one document's text set.
func (b Buffers) With(key string, content []byte, version int32) Buffers {
	next := maps.Clone(b.byKey)
	if next == nil {
		next = make(map[string]*Buffer)
	}
	next[key] = &Buffer{Content: content, Version: version, sum: sha256.Sum256(content)}
	return Buffers{next}
}

// Without returns the buffers without one document.
func (b Buffers) Without(key string) Buffers {
	next := maps.Clone(b.byKey)
	delete(next, key)
	return Buffers{next}
}

// Get returns an open document.
func (b Buffers) Get(key string) (*Buffer, bool) {
	buffer, ok := b.byKey[key]
	return buffer, ok
}

// Keys returns the keys of the open documents in no particular order.
func (b Buffers) Keys() []string {
	keys := make([]string, 0, len(b.byKey))
	for key := range b.byKey {
		keys = append(keys, key)
	}
	return keys
}

// IsFile reports whether a buffer's key is the path of a file.
func IsFile(key string) bool { return filepath.IsAbs(key) }

// A view is one snapshot of all files: the open buffers over the disk.
type view struct {
	buffers Buffers
	disk    *disk
}

// read returns a file's text and the hash of it.
func (v view) read(path string) ([]byte, hash, error) {
	if buffer, ok := v.buffers.byKey[path]; ok {
		if len(buffer.Content) > MaxFile {
			return nil, hash{}, tooLarge(path, int64(len(buffer.Content)))
		}
		return buffer.Content, buffer.sum, nil
	}
	content, err := readRegular(path)
	if err != nil {
		return nil, hash{}, err
	}
	sum := sha256.Sum256(content)
	v.disk.remember(path, sum)
	return content, sum, nil
}

// sum returns the hash of a file's text, without reading it when the disk's
// copy is known.
func (v view) sum(path string) (hash, error) {
	if buffer, ok := v.buffers.byKey[path]; ok {
		return buffer.sum, nil
	}
	if sum, ok := v.disk.known(path); ok {
		return sum, nil
	}
	_, sum, err := v.read(path)
	return sum, err
}

func tooLarge(path string, size int64) error {
	return fmt.Errorf("%s has %d bytes; files above %d are not analysed", path, size, MaxFile)
}

// readRegular reads a regular file of bounded size. A named pipe would wait
// for ever, a device never end.
func readRegular(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	if info.Size() > MaxFile {
		return nil, tooLarge(path, info.Size())
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, MaxFile+1))
	if err == nil && len(content) > MaxFile {
		err = tooLarge(path, int64(len(content)))
	}
	return content, err
}

// A disk remembers the hashes of files. Within one epoch a file is looked at
// once; a new epoch begins when something may have changed behind our back.
type disk struct {
	mu    sync.Mutex
	epoch int
	files map[string]diskFile
}

type diskFile struct {
	epoch int
	size  int64
	mod   time.Time
	sum   hash
}

func newDisk() *disk { return &disk{files: make(map[string]diskFile)} }

func (d *disk) nextEpoch() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.epoch++
}

func (d *disk) currentEpoch() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.epoch
}

func (d *disk) known(path string) (hash, bool) {
	d.mu.Lock()
	file, ok := d.files[path]
	epoch := d.epoch
	d.mu.Unlock()
	if !ok {
		return hash{}, false
	}
	if file.epoch == epoch {
		return file.sum, true
	}
	info, err := os.Stat(path)
	// Two writes within the clock's grain look alike: a young file is read again.
	if err != nil || info.Size() != file.size || !info.ModTime().Equal(file.mod) || time.Since(file.mod) < 2*time.Second {
		return hash{}, false
	}
	file.epoch = epoch
	d.mu.Lock()
	d.files[path] = file
	d.mu.Unlock()
	return file.sum, true
}

func (d *disk) remember(path string, sum hash) {
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.files[path] = diskFile{epoch: d.epoch, size: info.Size(), mod: info.ModTime(), sum: sum}
}

// goFiles returns the names of the Go files of a folder, open buffers
// included, sorted. A Go file that is no regular file is an error: the go
// command would wait for a named pipe without end.
func (v view) goFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	names := make(map[string]bool)
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || entry.IsDir() {
			continue
		}
		if entry.Type()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice|fs.ModeIrregular) != 0 {
			return nil, fmt.Errorf("%s is not a regular file", filepath.Join(dir, name))
		}
		names[name] = true
	}
	for key := range v.buffers.byKey {
		if IsFile(key) && filepath.Dir(key) == dir && strings.HasSuffix(key, ".go") {
			names[filepath.Base(key)] = true
		}
	}
	return sortedKeys(names), nil
}

// ReadFile reads a file as the session does: regular files of bounded size only.
func ReadFile(path string) ([]byte, error) { return readRegular(path) }
