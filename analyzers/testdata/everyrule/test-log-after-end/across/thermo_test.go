// Package thermo tests a thermometer that is read now and then.
package thermo

import (
	"os"
	"sync/atomic"
	"testing"
	"time"
)

type thermometer struct {
	degrees atomic.Int64
}

func (th *thermometer) heat(n int64) { th.degrees.Add(n) }

func watch(t *testing.T, th *thermometer) {
	for range 3 {
		time.Sleep(5 * time.Millisecond)
		t.Log("degrees:", th.degrees.Load()) // BUG
	}
}

func TestHeat(t *testing.T) {
	th := new(thermometer)
	go watch(t, th) // BUG?
	th.heat(20)
	if got := th.degrees.Load(); got != 20 {
		t.Errorf("degrees = %d", got)
	}
}

func TestMain(m *testing.M) {
	code := m.Run()
	coolDown(30 * time.Millisecond)
	os.Exit(code)
}

func coolDown(d time.Duration) { time.Sleep(d) }
