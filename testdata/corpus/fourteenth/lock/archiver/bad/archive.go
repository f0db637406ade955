package archiver

import (
	"fmt"
	"sync"
)

// Volume is a tape with room for a fixed number of bytes.
type Volume struct {
	mu     sync.Mutex
	room   int
	blocks [][]byte
}

// Chunk is a piece of a backup meant for one volume.
type Chunk struct {
	Label string
	Data  []byte
}

// Archiver writes backups to its volumes.
type Archiver struct {
	volumes map[string]*Volume
}

// New mounts the volumes, given their sizes.
func New(sizes map[string]int) *Archiver {
	a := &Archiver{volumes: make(map[string]*Volume, len(sizes))}
	for label, n := range sizes {
		a.volumes[label] = &Volume{room: n}
	}
	return a
}

// Write stores the chunks one after the other.
func (a *Archiver) Write(plan []Chunk) error {
	for _, c := range plan {
		v, ok := a.volumes[c.Label]
		if !ok {
			return fmt.Errorf("volume %s is not mounted", c.Label)
		}
		v.mu.Lock()         // BUG: defer-in-loop-unlock
		defer v.mu.Unlock() // BUG: defer-in-loop-unlock
		if v.room < len(c.Data) {
			return fmt.Errorf("volume %s: %d bytes short", c.Label, len(c.Data)-v.room)
		}
		v.room -= len(c.Data)
		v.blocks = append(v.blocks, c.Data)
	}
	return nil
}

// Blocks counts what a volume holds.
func (a *Archiver) Blocks(label string) int {
	v, ok := a.volumes[label]
	if !ok {
		return 0
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	return len(v.blocks)
}
