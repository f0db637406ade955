//go:build !windows

package exercise

import (
	"os"
	"syscall"
)

// lockFile waits for the exclusive lock on an open file.
func lockFile(file *os.File) error {
	for {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
		if err != syscall.EINTR {
			return err
		}
	}
}
