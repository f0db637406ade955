package room

import "testing"

func TestKickIdle(t *testing.T) {
	r := New()
	r.Join(Player{Name: "zoe", Idle: 2})
	r.Join(Player{Name: "max", Idle: 31})
	r.Join(Player{Name: "eve", Idle: 12})
	sum := 0
	r.Each(func(p *Player) { sum += p.Idle })
	if sum != 45 {
		t.Error(sum)
	}
	r.KickIdle(10)
	if n := r.Size(); n != 1 {
		t.Errorf("%d players left", n)
	}
}
