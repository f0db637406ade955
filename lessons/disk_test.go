package lessons_test

import (
	"io/fs"
	"os"
	"testing"
)

// diskFS is this folder as it lies on disk; tests run in their package's folder.
func diskFS(t *testing.T) fs.FS {
	t.Helper()
	return os.DirFS(".")
}
