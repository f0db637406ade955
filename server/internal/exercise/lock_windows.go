package exercise

import (
	"os"

	"golang.org/x/sys/windows"
)

// lockFile waits for the exclusive lock on an open file.
func lockFile(file *os.File) error {
	return windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, new(windows.Overlapped))
}
