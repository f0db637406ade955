//go:build !windows

package gocmd

import (
	"errors"
	"syscall"
)

// Alive reports whether a process with this id exists.
func Alive(pid int) bool {
	return pid > 0 && !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}
