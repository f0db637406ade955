// Package museum counts the visitors in a room.
package museum

import "sync/atomic"

// A Camera takes a picture of who comes in; that takes a moment.
type Camera interface {
	Picture(visitor string)
}

// A Room lets in a limited number of visitors. It has several doors.
type Room struct {
	limit  int64
	camera Camera
	inside atomic.Int64
}

// NewRoom returns an empty room.
func NewRoom(limit int64, camera Camera) *Room {
	return &Room{limit: limit, camera: camera}
}

// Inside returns how many visitors are in the room.
func (r *Room) Inside() int64 { return r.inside.Load() }

// Enter lets a visitor in, and takes a picture, unless the room is full.
func (r *Room) Enter(visitor string) bool {
	now := r.inside.Load()
	if now >= r.limit {
		return false
	}
	r.camera.Picture(visitor)
	r.inside.CompareAndSwap(now, now+1)
	return true
}

// Leave lets a visitor out.
func (r *Room) Leave() {
	r.inside.Add(-1)
}
